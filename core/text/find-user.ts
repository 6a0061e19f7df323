import { words } from './words.ts';

/** Finding a user by name, in the popup. */
export const findUserText = words(
  {
    find: 'Find a user',
    'find-placeholder': 'Name or address',
    'found-none': 'No user matches "{query}".',
    'found-some': '{count, plural, one {# user found} other {# users found}}',
  },
  () => import('./find-user.de.ts'),
);
