import type { FieldRule } from '../object-map.ts';

/** How Salesforce keeps a field, and what happens to a value that is longer. */
interface SalesforceText {
  name: string;
  /** UTF-16 units. */
  max: number;
  /** `cut`: shortened with a mark. `refuse`: half a number or address is a wrong one, so it is left out and said. */
  over: 'cut' | 'refuse';
  /** One line, or a text with line breaks. */
  lines: 'one' | 'many';
}

export interface ContactField extends FieldRule {
  salesforce?: SalesforceText;
}

const both = (name: string, salesforce: string, max: number, over: SalesforceText['over'] = 'cut'): ContactField => ({
  name,
  held: 'both',
  travels: 'both',
  salesforce: { name: salesforce, max, over, lines: 'one' },
});
const text = (name: string, salesforce: string, max: number): ContactField => ({
  name,
  held: 'both',
  travels: 'both',
  salesforce: { name: salesforce, max, over: 'cut', lines: 'many' },
});
const outlookOnly = (name: string): ContactField => ({ name, held: 'outlook', travels: 'both' });

/**
 * A contact in Lockstep's words. Texts are trimmed and hold null where empty; lengths are Salesforce's, Outlook holds at least as much.
 *
 * - Outlook's business address is Salesforce's mailing address, its home address Salesforce's "Other" address (the second one of each
 *   side, as homePhone is HomePhone). Outlook's third address stays in Outlook.
 * - Not kept in step because the other side has no place: middle name and display name (Salesforce composes Name itself), second and
 *   third e-mail address, second numbers, fax, photo. Those which Graph replaces as one group with a field above are read, so that they
 *   are written back whole. A group has no empty places: where Salesforce clears the first value, the second moves up.
 * - companyName is the name of the parent account: it travels down only, Lockstep never renames an account.
 * - accountId, of a contact that is made here, is no field: it is found while planning (core/sync/accounts), goes along once, and is never read.
 */
export const contactFields: readonly ContactField[] = [
  both('givenName', 'FirstName', 40),
  outlookOnly('middleName'),
  both('surname', 'LastName', 80),
  outlookOnly('displayName'),
  both('title', 'Title', 128),
  both('department', 'Department', 80),
  { name: 'companyName', held: 'both', travels: 'down' },
  both('email', 'Email', 80, 'refuse'),
  outlookOnly('emailName'),
  outlookOnly('email2'),
  outlookOnly('email2Name'),
  outlookOnly('email3'),
  outlookOnly('email3Name'),
  both('businessPhone', 'Phone', 40, 'refuse'),
  outlookOnly('businessPhone2'),
  both('mobilePhone', 'MobilePhone', 40, 'refuse'),
  both('homePhone', 'HomePhone', 40, 'refuse'),
  outlookOnly('homePhone2'),
  both('assistantName', 'AssistantName', 40),
  text('mailingStreet', 'MailingStreet', 255),
  both('mailingCity', 'MailingCity', 40),
  both('mailingState', 'MailingState', 80),
  both('mailingPostalCode', 'MailingPostalCode', 20, 'refuse'),
  both('mailingCountry', 'MailingCountry', 80),
  text('otherStreet', 'OtherStreet', 255),
  both('otherCity', 'OtherCity', 40),
  both('otherState', 'OtherState', 80),
  both('otherPostalCode', 'OtherPostalCode', 20, 'refuse'),
  both('otherCountry', 'OtherCountry', 80),
  /** "1974-07-22". Without a year (1604, as Apple and Exchange write it) Salesforce cannot hold it: read as none. */
  { name: 'birthday', held: 'both', travels: 'both' },
  text('notes', 'Description', 32_000),
];

export const contactSalesforceFields: readonly string[] = [
  'Id',
  'IsDeleted',
  'MasterRecordId',
  'SystemModstamp',
  'LastModifiedDate',
  'LastModifiedById',
  'CreatedDate',
  'OwnerId',
  'AccountId',
  'Account.Name',
  'Lockstep_Key__c',
  'Birthdate',
  ...contactFields.flatMap(({ salesforce }) => (salesforce ? [salesforce.name] : [])),
];

export const contactOutlookSelect: readonly string[] = [
  'id',
  'changeKey',
  'createdDateTime',
  'lastModifiedDateTime',
  'parentFolderId',
  'categories',
  'givenName',
  'middleName',
  'surname',
  'displayName',
  'jobTitle',
  'department',
  'companyName',
  'emailAddresses',
  'businessPhones',
  'mobilePhone',
  'homePhones',
  'assistantName',
  'businessAddress',
  'homeAddress',
  'birthday',
  'personalNotes',
];
