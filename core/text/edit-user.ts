import { words } from './words.ts';

/** Editing a user, and the question before a move to another organization. */
export const editUserText = words(
  {
    title: 'Edit user',
    name: 'Name',
    organization: 'Organization',
    plan: 'Plan',
    email: 'E-Mail',
    save: 'Save',
    cancel: 'Cancel',
    unchanged: 'Nothing was changed yet.',
    saved: '{name} was saved.',
    'not-saved': 'Not saved: {reason}',
    'address-taken': 'Another user of this customer has this address.',
    'move-ask': 'Move {name} to {organization}?',
    'move-yes': 'Yes',
    'warn-access-differs': 'The mailbox will be reached in another way ({from} until now, {to} then). This may break access to it.',
    'warn-impersonation':
      'The service will reach the mailbox by its own right. If that right does not hold for this mailbox, access breaks.',
    'warn-organization-off': 'The organization is switched off: the mailbox will not synchronize there.',
    'warn-settings-differ': '{count, plural, one {# setting becomes} other {# settings become}} another.',
    'no-warning': 'Nothing else changes.',
  },
  () => import('./edit-user.de.ts'),
);
