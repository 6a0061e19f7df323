import { words } from './words.ts';

export const budgetText = words(
  {
    title: 'Salesforce requests',
    used: '{used} of {max} in 24 hours',
    unknown: 'Not told yet: Salesforce says it with the first sync.',
    'as-of': 'as of {age}',
    lockstep: 'Lockstep: {count}',
    outlook: 'Microsoft: {count}',
    others: 'Other software: {count}',
    'runs-out': 'At this pace scheduled syncs stop {age}; people can go on.',
    lasts: 'At this pace it lasts.',
    'too-early': 'Too little is known for a forecast.',
    parked: 'Used up: scheduled syncs go on {age}; syncing by hand still works, and nothing is lost.',
    reader: '{name} looks for all what changed.',
    'no-reader': 'Each mailbox looks for itself.',
    'by-organization': 'By organization',
    organization: 'Organization',
    mailboxes: 'Mailboxes',
    requests: 'Requests',
    meter: 'Daily requests used: {percent} %',
  },
  () => import('./budget.de.ts'),
);
