import { deltaRound } from '../delta/delta-round.ts';
import type { MailboxOperation } from '../http/call.ts';
import { refusals } from '../http/refusals.ts';
import { findMailFolder } from '../mail-folders/mail-folder-id.ts';
import { readSelect } from '../odata/select.ts';
import { listContext } from '../odata/show-item.ts';
import type { MessageBody } from '../store/bodies.ts';
import type { Row } from '../store/row.ts';
import { messageId, messageType, renderMessage } from './message-type.ts';

/** Only receivedDateTime may be filtered by, and only from a time on (graph/api/message-delta). Kept as "ge 2026-…" in the token. */
function readSince(filter: string | undefined): string | undefined {
  if (filter === undefined) return undefined;
  const [, operator, time] = /^\s*receivedDateTime\s+(g[et])\s+(\d{4}-\d\d-\d\dT[\d:.]+Z)\s*$/i.exec(filter) ?? [];
  if (!operator || !time || Number.isNaN(Date.parse(time)))
    throw refusals.badRequest('The only filters of a delta of messages are receivedDateTime ge and receivedDateTime gt.');
  return `${operator.toLowerCase()} ${time}`;
}

function isSince(row: Row<MessageBody>, since: string | undefined): boolean {
  if (since === undefined) return true;
  const [operator, time = ''] = since.split(' ');
  const received = Date.parse(String(row.body.receivedDateTime));
  return operator === 'gt' ? received > Date.parse(time) : received >= Date.parse(time);
}

export const deltaMessages: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.messages.delta',
  right: 'Mail.Read',
  options: ['$select', '$filter', '$skiptoken', '$deltatoken'],
  answer(call) {
    const folder = findMailFolder(call.mailbox, call.params.folder ?? '');
    const selected = call.query.get('$select');
    readSelect(selected, 'message', messageType.properties);
    const since = readSince(call.query.get('$filter'));
    return deltaRound(call, {
      log: call.mailbox.messages.log(folder),
      collection: `messages/${folder}`,
      context: listContext(call, 'messages'),
      options: { ...(selected === undefined ? {} : { select: selected }), ...(since === undefined ? {} : { since }) },
      show(entry, { options }) {
        if (entry.gone !== undefined) return [{ id: messageId(call, entry.no, entry.gone), '@removed': { reason: 'deleted' } }];
        const row = call.mailbox.messages.get(entry.no);
        if (!row || !isSince(row, options.since)) return [];
        const pick = readSelect(options.select, 'message', messageType.properties);
        const whole = { '@odata.type': '#microsoft.graph.message', ...renderMessage(call, row, options.select) };
        return [pick ? pick(whole) : whole];
      },
    });
  },
};
