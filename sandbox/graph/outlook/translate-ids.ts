import { ok } from '../http/answer.ts';
import type { MailboxCall, MailboxOperation } from '../http/call.ts';
import { refusals } from '../http/refusals.ts';
import { decodeItemId, encodeItemId, type ItemId } from '../ids/item-id.ts';
import { asObject, oneOf } from '../odata/read-properties.ts';

const most = 1000;
const formats = oneOf('restId', 'restImmutableEntryId');

/** Between mutable and immutable ids, at most 1,000 at a time; an id of nothing that is there is left out. */
export const translateIds: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.users.translateExchangeIds',
  right: 'User.Read',
  answer(call) {
    const body = asObject(call.body);
    const ids = body.inputIds ?? body.InputIds;
    if (!Array.isArray(ids) || ids.length > most) throw refusals.badRequest(`inputIds must be a list of at most ${most} ids.`);
    const read = (name: string) =>
      formats(body[name] ?? body[`${name[0]?.toUpperCase()}${name.slice(1)}`], (expected) => {
        throw refusals.badRequest(`${name} must be one of ${expected}; ewsId and entryId are not emulated.`);
      });
    read('sourceIdType');
    const target = read('targetIdType');
    const value = ids.flatMap((sourceId) => {
      const id = decodeItemId(call.mailbox.code, String(sourceId));
      const moves = id && movesOf(call, id);
      if (!id || moves === undefined) return [];
      const targetId = encodeItemId(call.mailbox.code, { ...id, moves: target === 'restId' ? moves : undefined });
      return [{ sourceId, targetId }];
    });
    return ok({ '@odata.context': `${call.origin}/v1.0/$metadata#Collection(microsoft.graph.convertIdResult)`, value });
  },
};

function movesOf({ mailbox }: MailboxCall, { kind, no }: ItemId): number | undefined {
  if (kind === 'contact') return mailbox.contacts.get(no)?.moves;
  if (kind === 'event') return mailbox.events.get(no)?.moves;
  return kind === 'message' ? mailbox.messages.get(no)?.moves : 0;
}
