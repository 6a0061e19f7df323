import { words } from './words.ts';

/** Connecting one's own mailbox or Salesforce by signing in there. */
export const connectText = words(
  {
    mailbox: 'Sign in to Microsoft',
    salesforce: 'Sign in to Salesforce',
    connecting: 'Waiting for the sign-in…',
    connected: 'Connected. Waiting changes follow with the next sync.',
    'other-person': 'This was the sign-in of somebody else. Sign in as the owner of this mailbox.',
    taken: 'This Salesforce user belongs to another mailbox of your company already. Sign in with your own.',
    cancelled: 'The sign-in was closed before it was finished.',
    trouble: 'The connection could not be made. {reason}',
  },
  () => import('./connect.de.ts'),
);
