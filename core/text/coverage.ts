import { words } from './words.ts';

/** What reached Salesforce of the meetings and mails with people from outside, and the gaps. */
export const coverageText = words(
  {
    title: 'Coverage',
    intro: 'Meetings and mails with people from outside that reached Salesforce, by week.',
    weeks: 'Show the last',
    'weeks-count': '{count} weeks',
    'week-of': 'Week of {day}',
    meetings: 'Meetings',
    mails: 'Mails',
    'share-of': '{reached} of {total} · {percent}',
    'share-none': 'none',
    private: '{count, plural, one {One private item is kept back and not counted.} other {# private items are kept back and not counted.}}',
    none: 'No meeting or mail with people from outside in this time.',
    'not-read': 'Lockstep only knows what lies in the time window that it reads.',
    gaps: '{count, plural, one {One did not reach Salesforce} other {# did not reach Salesforce}}',
    'more-gaps': '{count, plural, one {One more is not listed.} other {# more are not listed.}}',
    meeting: 'Meeting',
    mail: 'Mail',
    untitled: 'Without a subject',
    'no-reason': 'Not decided yet: the next sync looks at it',
    'all-users': 'All mailboxes',
    'by-user': 'By mailbox, the largest gap first',
    user: 'Mailbox',
    missing: 'Missing',
  },
  () => import('./coverage.de.ts'),
);
