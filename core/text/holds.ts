import { words } from './words.ts';

/** What waits for an answer in many mailboxes at once. */
export const holdsText = words(
  {
    title: 'Waits for an answer',
    intro: 'What Lockstep does only when somebody says so, longest waiting first. Everything else of these mailboxes goes on meanwhile.',
    none: 'Nothing waits for an answer.',
    kinds: 'Kind',
    all: 'All {count}',
    deletion: '{count, plural, one {# deletion} other {# deletions}}',
    invitation: '{count, plural, one {# invitation} other {# invitations}}',
    question: '{count, plural, one {# question} other {# questions}}',
    preview: '{count, plural, one {# first preview} other {# first previews}}',
    'first-preview': 'First sync: waits for a yes to its preview',
    since: 'asked {age}',
  },
  () => import('./holds.de.ts'),
);
