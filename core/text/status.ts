import { words } from './words.ts';

/** The five states, and who acts. */
export const statusText = words(
  {
    syncing: 'Syncing',
    'up-to-date': 'Up to date',
    waiting: 'Waiting',
    'needs-attention': 'Needs attention',
    off: 'Off',
    'acts-user': 'The user',
    'acts-admin': 'An administrator',
    'acts-provider': 'Microsoft or Salesforce',
    'acts-us': 'Lockstep',
  },
  () => import('./status.de.ts'),
);
