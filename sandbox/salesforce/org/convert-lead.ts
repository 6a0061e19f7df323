import { refused } from '../salesforce-error.ts';
import { liveRecord } from './live-record.ts';
import type { Org } from './org.ts';
import { bareStamps } from './rules/make-linked.ts';
import { createRecord } from './save-record.ts';
import type { Writer } from './writer.ts';

const taken = [
  'FirstName',
  'LastName',
  'Salutation',
  'Title',
  'Email',
  'Phone',
  'MobilePhone',
  'Fax',
  'Description',
  'OwnerId',
  'Lockstep_Key__c',
] as const;

/** Conversion: the lead stays, read-only, and points to the account and contact made from it. */
export function convertLead(org: Org, id: string, writer: Writer): { accountId: string; contactId: string } {
  const type = org.type('Lead');
  return org.atomically(() => {
    const row = liveRecord(org, type, id);
    if (row.IsConverted === true) throw refused('CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead');
    const accountId = createRecord(org, org.type('Account'), { Name: row.Company, OwnerId: row.OwnerId }, writer);
    const fields = Object.fromEntries(taken.flatMap((name) => (row[name] === undefined ? [] : [[name, row[name]]])));
    const contactId = createRecord(org, org.type('Contact'), { ...fields, AccountId: accountId }, writer);
    const converted = {
      IsConverted: true,
      Status: 'Closed - Converted',
      ConvertedDate: org.stamp.slice(0, 10),
      ConvertedAccountId: accountId,
      ConvertedContactId: contactId,
    };
    org.put(type, { ...row, ...converted, ...bareStamps(org, writer) });
    return { accountId, contactId };
  });
}
