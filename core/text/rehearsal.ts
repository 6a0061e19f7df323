import { words } from './words.ts';

/** What the last 30 days would have looked like under other settings or another mapping. */
export const rehearsalText = words(
  {
    title: 'Rehearsal',
    running: 'Rehearsing the last 30 days…',
    'looked-at':
      '{items, plural, one {One item} other {# items}} since {day} of {users, plural, one {one mailbox} other {# mailboxes}} looked at. Nothing was saved or written.',
    'not-counted-window': 'The change reaches beyond what Lockstep has read. What lies there is not counted.',
    'not-counted-items': 'There are more items than a rehearsal looks at. The oldest are not counted.',
    'not-counted-mails': 'Mails that nobody marked are noted nowhere. Which of them the change would bring is not counted.',
    'no-change': 'What is synced would stay the same.',
    starting:
      '{count, plural, =0 {Nothing more would be synced.} one {One more item would be synced.} other {# more items would be synced.}}',
    ending:
      '{count, plural, =0 {Nothing would stop being synced.} one {One item would no longer be synced.} other {# items would no longer be synced.}}',
    'by-reason': 'By kind and reason',
    what: 'What',
    before: 'Now',
    after: 'Then',
    items: 'Items',
    travels: 'Is synced',
    contact: 'Contacts',
    event: 'Meetings',
    task: 'Tasks',
    email: 'Mails',
    'in-outlook': '{object} in Outlook',
    'in-salesforce': '{object} in Salesforce',
    examples: 'Examples',
    untitled: 'Without a title',
    fields: 'What would be written, by field',
    field: 'Field',
    up: 'To Salesforce',
    down: 'To Outlook',
    conflicts: 'Both sides differ',
    pairs:
      '{pairs, plural, =0 {No connected pair could be read.} one {The newest connected pair was read.} other {The # newest connected pairs were read.}}',
    'nothing-written': 'Nothing would be written to them.',
    'outlook-value': 'Outlook: {value}',
    'salesforce-value': 'Salesforce: {value}',
  },
  () => import('./rehearsal.de.ts'),
);
