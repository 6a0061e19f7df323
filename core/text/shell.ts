import { words } from './words.ts';

/** What frames the screens: product name, navigation, menu. */
export const shellText = words(
  {
    product: 'Lockstep',
    'page-title': '{page} · Lockstep',
    navigation: 'Main',
    users: 'Users',
    organizations: 'Organizations',
    customers: 'Customers',
    groups: 'User groups',
    settings: 'Settings',
    'my-sync': 'My sync',
    menu: 'Menu',
    'open-console': 'Open console',
    'skip-to-content': 'Skip to content',
    sandbox: 'Sandbox',
    'sandbox-hint': 'Demo world: no real mailbox or Salesforce org is touched.',
    live: 'Live',
    'not-live': 'Not live',
    'no-mailbox': 'Your account has no mailbox of its own.',
    'no-mailbox-todo': 'The console shows the mailboxes that you look after.',
    'open-to-sign-in': 'Sign in to see how your mailbox stands.',
    'open-sign-in': 'Open sign-in',
    'sign-out': 'Sign out',
    'signed-in-as': 'Signed in as {email}',
    'service-at': 'Service: {address}',
    'no-service': 'Lockstep does not know its service yet.',
    'set-up': 'Set up',
  },
  () => import('./shell.de.ts'),
);
