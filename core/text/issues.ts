import { words } from './words.ts';

/** Items that wait for a person, and the answers one can give. */
export const issuesText = words(
  {
    title: 'Needs an answer',
    none: 'Nothing needs an answer.',
    contact: 'Contact',
    event: 'Event',
    task: 'Task',
    'in-outlook': '{object} in Outlook',
    'in-salesforce': '{object} in Salesforce',
    'would-delete': '{proposed, plural, one {# of {links} connected items} other {# of {links} connected items}} would be deleted.',
    'would-mail': '{count, plural, one {One person would get a mail:} other {# people would get a mail:}}',
    'allow-deletes': 'Delete {proposed}',
    'refuse-deletes': 'Keep all',
    'allow-mails': 'Change and notify {count, plural, one {# person} other {# people}}',
    'refuse-mails': 'Do not change',
    allow: 'Allow',
    refuse: 'Do not allow',
    retry: 'Try again',
    ignore: 'Leave it be',
    answered: 'Answered. The next sync acts on it.',
    'answered-by-other': 'Somebody else has answered this meanwhile.',
    'answer-failed': 'The answer could not be saved. {reason}',
    'saved-offline': 'Noted. The answer is sent as soon as there is a connection again.',
    says: 'Answer: {message}',
    more: '{count, plural, one {and # more} other {and # more}}',
    'candidate-count': '{count, plural, one {# record fits} other {# records fit}}',
    since: 'first seen {age}',
    'show-all': 'Show all {count}',
  },
  () => import('./issues.de.ts'),
);
