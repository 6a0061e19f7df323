import { words } from './words.ts';

/** Synchronization of several users at once, from the list. */
export const bulkText = words(
  {
    settings: 'Settings',
    'settings-of': '{count, plural, one {Settings of # user} other {Settings of # users}}',
    enable: 'Enable Synchronization',
    disable: 'Disable Synchronization',
    none: 'Tick users first.',
    select: 'Select {name}',
    'select-all': 'Select all that are shown',
    selected: '{count, plural, one {# selected} other {# selected}}',
    clear: 'Clear selection',
    running: '{done} of {all} done',
    'done-enable': '{count, plural, one {Synchronization of # user is enabled.} other {Synchronization of # users is enabled.}}',
    'done-disable': '{count, plural, one {Synchronization of # user is disabled.} other {Synchronization of # users is disabled.}}',
    failed: '{count, plural, one {# user could not be changed:} other {# users could not be changed:}}',
    'not-connected': 'mailbox and Salesforce are not both connected yet',
    again: 'Try these again',
    close: 'Close',
  },
  () => import('./bulk.de.ts'),
);
