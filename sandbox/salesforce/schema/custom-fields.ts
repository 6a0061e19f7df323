import { decimal, email, type Field, link, text } from './field.ts';

/** What the administrators of this org have added, as every real org has: so that a mapping has something to find. */
export const contactCustomFields = (): Field[] => [
  text('Nickname__c', 80),
  email('Second_Email__c', { label: 'Second Email' }),
  text('Region__c', 40),
  decimal('Score__c', { precision: 5, scale: 1 }),
];

export const eventCustomFields = (): Field[] => [text('Importance__c', 40), link('Join_Url__c', { label: 'Join URL' })];
