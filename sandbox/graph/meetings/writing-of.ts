import type { MailboxCall } from '../http/call.ts';
import { refusals } from '../http/refusals.ts';
import type { Writing } from './announce.ts';

/** A client's write in the mailbox that the request names. */
export function writingOf(call: MailboxCall): Writing {
  const user = call.store.users.get(call.mailbox.owner);
  if (!user) throw refusals.noSuchMailbox();
  return { store: call.store, mailbox: call.mailbox, user, by: 'client' };
}
