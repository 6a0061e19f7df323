import { words } from './words.ts';

/** What a screen says where it cannot show the present: no connection, no service, no right, too old. */
export const statesText = words(
  {
    offline: 'No connection. Showing what was known {time}. Sync runs on the server and is not affected.',
    'offline-nothing': 'No connection, and nothing was known yet. Sync runs on the server and is not affected.',
    unreachable: 'We cannot reach {address}. Outlook and Salesforce are untouched.',
    'unreachable-known': 'We cannot reach {address}. Showing what was known {time}.',
    'not-allowed': 'Your account may not see this. An administrator can allow it.',
    'signed-out': 'Your sign-in has ended.',
    'too-old': 'This version of Lockstep is too old for your service.',
    'too-old-todo-extension': 'Close and open the browser to update the extension.',
    'too-old-todo': 'Reload to get the current version.',
    'not-found': 'This does not exist, or you may not see it.',
    failed: 'The service answered with an error: {detail}',
    'try-again': 'Try again',
    reload: 'Reload',
    'as-of': 'As of {time}',
    loading: 'Loading…',
    'show-more': 'Show more',
    'show-more-of': 'Show more: {list}',
    'all-shown': 'All {count} shown',
    dismiss: 'Close message',
    'reason-offline': 'There is no connection.',
    'reason-unreachable': 'The service cannot be reached.',
    'reason-not-allowed': 'Your account may not do this.',
    'reason-signed-out': 'Your sign-in has ended.',
    'reason-too-old': 'This version is too old.',
    'reason-not-found': 'It no longer exists.',
    'reason-failed': 'The service reported an error.',
  },
  () => import('./states.de.ts'),
);
