import { words } from './words.ts';

export const organizationsText = words(
  {
    title: 'Organizations',
    none: 'No organizations yet.',
    on: 'On',
    off: 'Off',
    suspended: 'Stopped: {reason}',
    users: '{count, plural, =0 {no users} one {# user} other {# users}}',
    attention: '{count, plural, one {# needs attention} other {# need attention}}',
    'turn-on': 'Turn on',
    'turn-off': 'Turn off',
    'turn-on-named': 'Turn on {name}',
    'turn-off-named': 'Turn off {name}',
    'turned-off': '{name} is off. None of its {count} users syncs until it is on again.',
    'turned-on': '{name} is on again.',
    default: 'Default',
  },
  () => import('./organizations.de.ts'),
);
