import { ok } from '../http/answer.ts';
import type { MailboxCall, MailboxOperation } from '../http/call.ts';
import { refusals } from '../http/refusals.ts';
import { decodeItemId, encodeItemId, type ItemId } from '../ids/item-id.ts';
import { asObject, oneOf } from '../odata/read-properties.ts';

const most = 1000;
const formats = oneOf('restId', 'ewsId', 'restImmutableEntryId');

/** An id as EWS and office.js have it is the mutable one in plain Base64, which no path of Graph takes. */
const fromEws = (id: string): string => id.replaceAll('/', '-').replaceAll('+', '_');
const toEws = (id: string): string => id.replaceAll('-', '/').replaceAll('_', '+');

/** Between mutable ids (of REST and of EWS) and immutable ones, at most 1,000 at a time; an id of nothing that is there is left out. */
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
        throw refusals.badRequest(`${name} must be one of ${expected}; entryId and immutableEntryId are not emulated.`);
      });
    const source = read('sourceIdType');
    const target = read('targetIdType');
    const value = ids.flatMap((sourceId) => {
      const id = decodeItemId(call.mailbox.code, source === 'ewsId' ? fromEws(String(sourceId)) : String(sourceId));
      const moves = id && movesOf(call, id);
      if (!id || moves === undefined) return [];
      const targetId = encodeItemId(call.mailbox.code, { ...id, moves: target === 'restImmutableEntryId' ? undefined : moves });
      return [{ sourceId, targetId: target === 'ewsId' ? toEws(targetId) : targetId }];
    });
    return ok({ '@odata.context': `${call.origin}/v1.0/$metadata#Collection(microsoft.graph.convertIdResult)`, value });
  },
};

function movesOf({ mailbox }: MailboxCall, { kind, no }: ItemId): number | undefined {
  if (kind === 'contact') return mailbox.contacts.get(no)?.moves;
  if (kind === 'event') return mailbox.events.get(no)?.moves;
  return kind === 'message' ? mailbox.messages.get(no)?.moves : 0;
}
