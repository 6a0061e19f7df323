import { words } from './words.ts';

/** The mail that says that a mailbox's synchronization was stopped. Sent by the service; no surface shows it. */
export const suspensionMailText = words(
  {
    subject: 'Synchronization of {mailbox} has stopped',
    stopped: 'Lockstep has stopped synchronizing {mailbox} with Salesforce, because {cause}.',
    safe: 'Nothing is lost: what changes meanwhile is taken over once synchronization runs again.',
    'act-user': 'The person who owns the mailbox can repair this: open Lockstep, sign in again, and switch synchronization on.',
    'act-admin': 'An administrator can repair this: open Lockstep, check the connection of this mailbox, and switch synchronization on.',
    link: 'Open Lockstep: {link}',
    'suspended-authorization': 'the stored sign-in is no longer accepted',
    'suspended-throttling': 'Microsoft or Salesforce kept refusing requests as too many',
    'suspended-errors': 'ten sessions in a row have failed',
    other: 'of an error that does not end by itself',
  },
  () => import('./suspension-mail.de.ts'),
);
