import { words } from './words.ts';

/** Connecting one's own mailbox or Salesforce by signing in there. */
export const connectText = words(
  {
    mailbox: 'Sign in to Microsoft',
    salesforce: 'Sign in to Salesforce',
    connecting: 'Waiting for the sign-in…',
    connected: 'Connected. Waiting changes follow with the next sync.',
    'other-person': 'This was the sign-in of somebody else. Sign in as the owner of this mailbox.',
    cancelled: 'The sign-in was closed before it was finished.',
    trouble: 'The connection could not be made. {reason}',
  },
  {
    mailbox: 'Bei Microsoft anmelden',
    salesforce: 'Bei Salesforce anmelden',
    connecting: 'Wartet auf die Anmeldung …',
    connected: 'Verbunden. Wartende Änderungen folgen mit der nächsten Synchronisierung.',
    'other-person': 'Das war die Anmeldung einer anderen Person. Bitte melden Sie sich als Inhaber dieses Postfachs an.',
    cancelled: 'Die Anmeldung wurde vorzeitig geschlossen.',
    trouble: 'Die Verbindung kam nicht zustande. {reason}',
  },
);
