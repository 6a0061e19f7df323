import { words } from './words.ts';

/** The administrator's summary in the popup: users by state, causes, who needs somebody. */
export const summaryText = words(
  {
    none: 'No users yet.',
    attention: 'Needs attention',
    'nobody-needs': 'Nobody needs you right now.',
    causes: 'Shared causes',
    affected: '{count, plural, one {# user affected} other {# users affected}}',
    open: 'Open',
    'open-user': 'Open {name}',
    'open-console': 'Open console',
    'open-panel': 'Open side panel',
    'show-all': 'Show all {count}',
    'by-state': 'Users by state',
    organizations: 'Organizations',
    find: 'Find a user',
    overview: 'Overview',
    tabs: 'Sections',
  },
  () => import('./summary.de.ts'),
);
