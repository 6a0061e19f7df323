import { type Field, text } from './field.ts';

/**
 * The external id that the customer's installed package adds. Salesforce compares it without case; on activities it is not
 * unique, so two records may carry one key and an upsert by it then answers 300.
 */
export const lockstepKey = (unique: boolean): Field =>
  text('Lockstep_Key__c', 64, { externalId: true, idLookup: true, unique, indexed: true });
