import { created } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { findItem } from '../http/find-item.ts';
import { refusals } from '../http/refusals.ts';
import { findMailFolder } from '../mail-folders/mail-folder-id.ts';
import { asObject } from '../odata/read-properties.ts';
import { itemContext } from '../odata/show-item.ts';
import { renderMessage } from './message-type.ts';

/** Its mutable id dies; the answer shows the new one. */
export const moveMessage: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.messages.move',
  right: 'Mail.ReadWrite',
  answer(call) {
    const { messages } = call.mailbox;
    const row = findItem(call, messages, 'message', call.params.message);
    const body = asObject(call.body);
    const destination = body.destinationId ?? body.DestinationId;
    if (typeof destination !== 'string') throw refusals.badRequest("The parameter 'destinationId' is missing.");
    const next = messages.move(row, findMailFolder(call.mailbox, destination));
    return created({ '@odata.context': itemContext(call, 'messages'), ...renderMessage(call, next) });
  },
};
