import { words } from './words.ts';

/** Customers with state and counts, for partners and the people of the installation. */
export const customersText = words(
  {
    title: 'Customers',
    none: 'You look after no customer yet.',
    on: 'On',
    off: 'Off',
    suspended: 'Stopped: {reason}',
    organizations: '{count, plural, one {# organization} other {# organizations}}',
    users: '{count, plural, =0 {no users} one {# user} other {# users}}',
    attention: '{count, plural, one {# needs attention} other {# need attention}}',
    tenant: 'Tenant {id}',
    'back-to-list': 'All customers',
    sections: 'Sections of {name}',
    overview: 'Overview',
    holds: 'Waiting',
    changes: 'Change log',
    state: 'State',
    'users-title': 'Users',
    'organizations-title': 'Organizations',
    'id-customer': 'Customer ID',
    'id-tenant': 'Tenant ID',
    'id-partner': 'Partner ID',
    'id-distributor': 'Distributor ID',
    'changed-last': 'What changed last',
    settings: 'Settings',
    'settings-named': 'Settings of {name}',
  },
  () => import('./customers.de.ts'),
);
