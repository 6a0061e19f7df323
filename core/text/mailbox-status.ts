import { words } from './words.ts';

/** What stands under a mailbox's state: how fresh, who acts, which level switched it off. The summary of all mailboxes does without. */
export const mailboxStatusText = words(
  {
    checked: 'checked {age}',
    'never-checked': 'not checked yet',
    'last-known': 'From {time}',
    checking: 'checking…',
    'who-user': 'You can fix this.',
    'who-that-user': 'The user can fix this.',
    'who-admin': 'Your administrator can fix this.',
    'who-provider': 'Microsoft or Salesforce has to act. Nothing is lost meanwhile.',
    'who-us': 'Lockstep takes care of it.',
    'by-user': 'Set for this mailbox',
    'by-organization': 'Set for the organization',
    'by-customer': 'Set for the customer',
    'by-plan': 'Set by the plan',
    'by-salesforce-org': 'Holds for the whole Salesforce org',
    until: 'Goes on by itself {age}.',
    'next-run': 'Next sync {age}',
    mailbox: 'Mailbox',
    'which-mailbox': 'Mailbox to show',
    'turn-on': 'Turn sync on',
    'turn-off': 'Turn sync off',
    'turned-on': 'Sync is on.',
    'turned-off': 'Sync is off. Nothing is deleted on either side.',
    undo: 'Undo',
  },
  () => import('./mailbox-status.de.ts'),
);
