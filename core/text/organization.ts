import { words } from './words.ts';

/** The page of one organization. */
export const organizationText = words(
  {
    'back-to-list': 'All organizations',
    sections: 'Sections of {name}',
    open: 'Open {name}',
    coverage: 'Coverage',
    holds: 'Waiting',
    preview: 'Preview',
    mapping: 'Mapping',
    sources: 'Teams and sites',
    settings: 'Settings',
    changes: 'Change log',
  },
  () => import('./organization.de.ts'),
);
