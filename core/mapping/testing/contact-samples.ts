import type { Fields } from '../../model/index.ts';
import { contactMap } from '../contact/index.ts';
import { mailbox } from './mailbox.ts';

type Json = Record<string, unknown>;

/** A contact as Graph answers it: what the body says, the rest empty. */
export const graphContact = (body: Json): Json => ({
  ...{ id: 'AAMk1', lastModifiedDateTime: '2026-11-22T09:00:00Z', parentFolderId: 'f1', categories: [] },
  ...{ displayName: null, emailAddresses: [], businessPhones: [], homePhones: [] },
  ...body,
});

const texts = contactMap.salesforceFields.filter((name) => !/Id$|Date$|stamp$|^Is|\.|__c$/.test(name));
/** A Contact as Salesforce answers it: every selected field, what the body does not say as null. */
export const salesforceContact = (body: Json): Json => ({
  ...Object.fromEntries([...texts, 'Birthdate'].map((name) => [name, null])),
  Id: '003000000000001AAA',
  LastModifiedDate: '2026-11-22T09:00:00.000+0000',
  OwnerId: mailbox.salesforceUserId,
  AccountId: null,
  Account: null,
  ...body,
});

export function contactOfGraph(body: Json): Fields {
  const reading = contactMap.fromOutlook(graphContact(body), mailbox);
  if (!reading.ok) throw new Error(reading.problem.message);
  return reading.fields;
}
export function contactOfSalesforce(body: Json): Fields {
  const reading = contactMap.fromSalesforce(salesforceContact(body), mailbox);
  if (!reading.ok) throw new Error(reading.problem.message);
  return reading.fields;
}
