import type { MailboxOperation } from '../http/call.ts';
import { findMailFolder } from '../mail-folders/mail-folder-id.ts';
import { listAnswer, listOptions } from '../odata/list-answer.ts';
import type { MessageBody } from '../store/bodies.ts';
import type { Row } from '../store/row.ts';
import { messageType } from './message-type.ts';

/** Newest first, as the service does without $orderby; without a folder, all folders. */
export const listMessages: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.messages.list',
  right: 'Mail.Read',
  options: listOptions,
  answer(call) {
    const { messages } = call.mailbox;
    const found = call.params.folder === undefined ? messages.all() : messages.in(findMailFolder(call.mailbox, call.params.folder));
    const received = (row: Row<MessageBody>) => Date.parse(String(row.body.receivedDateTime));
    return listAnswer(
      call,
      messageType,
      'messages',
      [...found].sort((a, b) => received(b) - received(a)),
    );
  },
};
