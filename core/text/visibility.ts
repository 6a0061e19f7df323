import { words } from './words.ts';

/** Who in Salesforce could see an item. */
export const visibilityText = words(
  {
    title: 'Who could see this in Salesforce?',
    'not-found': 'This item is not there just now.',
    'not-connected': 'The mailbox or Salesforce is not connected, so nothing can be said.',
    'level-outlook': 'Private: it stays in Outlook.',
    'level-few': 'Only you and those who may see your records.',
    'level-record': 'Whoever may see the record it belongs to.',
    'level-everyone': 'Everyone in your Salesforce org.',
    'level-unknown': 'Not known for sure: Salesforce does not tell all of it.',
    'not-saved': 'It is not in Salesforce. This would hold once it is saved.',
    details: 'Who that is',
    'who-owner': 'You, as its owner',
    'who-administrators': 'Administrators who may view all data',
    'who-above': 'People in the roles above yours: {names}',
    'who-above-unknown': 'People in roles above yours, if there are any',
    'who-readers': 'Whoever may see {names}',
    'who-readers-unknown': 'Perhaps whoever may see {names}',
    'who-everyone': 'Everyone who may use this kind of record, by the sharing default of your org',
    'who-sharing': 'Perhaps more, by sharing rules, teams or a share by hand',
  },
  () => import('./visibility.de.ts'),
);
