import { words } from './words.ts';

/** The person of the open message or meeting, and who that is in Salesforce. */
export const personText = words(
  {
    'no-item': 'Select a message or a meeting to see who it is from.',
    'no-person': 'This item names no other person.',
    contact: 'Contact',
    lead: 'Lead',
    'kind-at': '{kind} · {account}',
    'open-contact': 'Open contact',
    'open-lead': 'Open lead',
    'in-salesforce': 'In Salesforce',
    'not-in-salesforce': 'Not in Salesforce',
    'no-match': 'No contact or lead has the address {email}.',
    'many-match': '{count, plural, one {# record has this address} other {# records have this address}}',
    internal: 'Colleague',
    'internal-why': 'Addresses of your own company are not looked up.',
    phone: 'Phone',
    title: 'Title',
    'also-here': 'Also on this item ({count})',
    'not-connected': 'Salesforce is not connected for you yet.',
    checked: 'checked {age}',
    person: 'Person',
    'why-not': 'Not available for this item yet.',
  },
  () => import('./person.de.ts'),
);
