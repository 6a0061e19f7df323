import { deltaRound } from '../delta/delta-round.ts';
import type { MailboxOperation } from '../http/call.ts';
import { findMailFolder } from '../mail-folders/mail-folder-id.ts';
import { readSelect } from '../odata/select.ts';
import { listContext } from '../odata/show-item.ts';
import { messageId, messageType, renderMessage } from './message-type.ts';

export const deltaMessages: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.messages.delta',
  right: 'Mail.Read',
  options: ['$select', '$skiptoken', '$deltatoken'],
  answer(call) {
    const folder = findMailFolder(call.mailbox, call.params.folder ?? '');
    const selected = call.query.get('$select');
    readSelect(selected, 'message', messageType.properties);
    return deltaRound(call, {
      log: call.mailbox.messages.log(folder),
      collection: `messages/${folder}`,
      context: listContext(call, 'messages'),
      options: selected === undefined ? {} : { select: selected },
      show(entry, { options }) {
        if (entry.gone !== undefined) return [{ id: messageId(call, entry.no, entry.gone), '@removed': { reason: 'deleted' } }];
        const row = call.mailbox.messages.get(entry.no);
        if (!row) return [];
        const pick = readSelect(options.select, 'message', messageType.properties);
        const whole = { '@odata.type': '#microsoft.graph.message', ...renderMessage(call, row) };
        return [pick ? pick(whole) : whole];
      },
    });
  },
};
