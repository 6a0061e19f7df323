import { words } from './words.ts';

/** The open message and Salesforce: whether it is there, and Save. */
export const mailText = words(
  {
    title: 'This message',
    save: 'Save to Salesforce',
    'save-again': 'Try again',
    'save-mine': 'Save from my mailbox too',
    saving: 'Saving…',
    saved: 'In Salesforce',
    'saved-by': 'saved by {who} {age}',
    'saved-at': 'saved {age}',
    waiting: 'Saved with the next sync',
    'waiting-by': 'asked for by {who} {age}',
    'not-saved': 'Not in Salesforce',
    'goes-by-itself': 'The next sync takes it by itself.',
    failed: 'Not saved',
    open: 'Open in Salesforce',
    'who-sees': 'Whoever may see the record in Salesforce can then read this message.',
    'save-failed': 'It could not be saved. {reason}',
    'kept-offline': 'Noted. It is sent as soon as there is a connection again.',
  },
  () => import('./mail.de.ts'),
);
