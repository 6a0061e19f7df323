import { created } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { findMailFolder } from '../mail-folders/mail-folder-id.ts';
import { writingOf } from '../meetings/writing-of.ts';
import { readProperties } from '../odata/read-properties.ts';
import { itemContext } from '../odata/show-item.ts';
import { takeStamps } from '../odata/stamps.ts';
import { messageReaders, messageReadOnly } from './message-readers.ts';
import { renderMessage } from './message-type.ts';
import { newMessage } from './new-message.ts';

/** A draft; nothing is sent. */
export const createMessage: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.messages.create',
  right: 'Mail.ReadWrite',
  answer(call) {
    const { rest, stamps } = takeStamps(call.body);
    const written = readProperties('message', rest, messageReaders, messageReadOnly);
    const folder = findMailFolder(call.mailbox, call.params.folder ?? 'drafts');
    const empty = newMessage(writingOf(call).user, call.mailbox, call.store.desk.clock.now());
    const row = call.mailbox.messages.create(folder, { ...empty, ...written }, stamps);
    return created({ '@odata.context': itemContext(call, 'messages'), ...renderMessage(call, row) });
  },
};
