import { words } from './words.ts';

/** Deleting the sign-in that is stored for a user. */
export const disconnectText = words(
  {
    title: 'Stored sign-ins',
    intro:
      'Lockstep works with what this person signed in for. Nobody can see it; it can be deleted. Nothing syncs then until the person signs in again and turns sync on.',
    mailbox: 'Delete Microsoft sign-in',
    salesforce: 'Delete Salesforce sign-in',
    'really-mailbox': 'Really delete the Microsoft sign-in of {name}?',
    'really-salesforce': 'Really delete the Salesforce sign-in of {name}?',
    delete: 'Delete',
    keep: 'Keep',
    deleted: 'Deleted, and sync is off. {name} has to sign in again.',
    'deleted-here':
      'Deleted here, and sync is off. Salesforce could not be told: {name} can end the access there (Settings, Connections), or a Salesforce administrator (Setup, Connected Apps OAuth Usage).',
    'nothing-stored': 'None is stored.',
    'not-ordinary': 'This person administers Lockstep and deletes own sign-ins on the own page.',
    trouble: 'The sign-in could not be deleted. {reason}',
  },
  () => import('./disconnect.de.ts'),
);
