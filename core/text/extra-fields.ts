import { words } from './words.ts';

/** What only Outlook holds, and an organization can pair with a field of Salesforce. */
export const extraFieldsText = words(
  {
    middleName: 'Middle name',
    displayName: 'Display name',
    emailName: 'Name of the e-mail address',
    email2: 'Second e-mail',
    email2Name: 'Name of the second e-mail address',
    email3: 'Third e-mail',
    email3Name: 'Name of the third e-mail address',
    businessPhone2: 'Second phone',
    homePhone2: 'Second private phone',
    salutation: 'Salutation',
    nickName: 'Nickname',
    initials: 'Initials',
    generation: 'Name suffix',
    office: 'Office',
    profession: 'Profession',
    manager: 'Manager',
    spouse: 'Spouse',
    website: 'Website',
    children: 'Children',
    imAddresses: 'Chat addresses',
    categories: 'Categories',
    importance: 'Importance',
    organizer: 'Organizer',
    attendees: 'Attendees',
    joinUrl: 'Link to join online',
    response: 'Own answer to the invitation',
  },
  () => import('./extra-fields.de.ts'),
);
