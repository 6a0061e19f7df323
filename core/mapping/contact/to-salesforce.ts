import type { Fields } from '../../model/index.ts';
import type { LeftOut } from '../object-map.ts';
import { cutDots, cutMark, cutText } from '../words/cut-text.ts';
import { salesforceTakesEmail } from '../words/email-address.ts';
import { type DerivedName, deriveLastName } from './derive-last-name.ts';
import { type ContactField, contactFields } from './fields.ts';

export interface SalesforceContactWrite {
  body: Record<string, unknown>;
  leftOut: LeftOut[];
}

export function contactToSalesforce(changed: readonly string[], whole: Fields): SalesforceContactWrite {
  const write: SalesforceContactWrite = { body: {}, leftOut: [] };
  const wanted = new Set(changed);
  for (const field of contactFields) {
    const value = whole[field.name];
    if (!wanted.has(field.name) || value === undefined) continue;
    if (field.name === 'birthday') write.body.Birthdate = value;
    else if (field.salesforce) writeText(write, field, field.salesforce, value === null ? null : String(value));
  }
  // Found while planning, and never kept in step: the account of a contact is Salesforce's own affair.
  if (wanted.has('accountId') && typeof whole.accountId === 'string') write.body.AccountId = whole.accountId;
  if (wanted.has('surname') && whole.surname === null) writeLastName(write, wanted, whole);
  return write;
}

function writeText(
  write: SalesforceContactWrite,
  { name }: ContactField,
  limit: NonNullable<ContactField['salesforce']>,
  value: string | null,
) {
  if (name === 'surname' && value === null) return;
  if (name === 'email' && value !== null && !salesforceTakesEmail(value)) {
    write.leftOut.push(leftOut(name, 'refused', 'Salesforce takes no e-mail address of this form: correct it in Outlook'));
  } else if (value === null || value.length <= limit.max) {
    write.body[limit.name] = value;
  } else if (limit.over === 'cut') {
    write.body[limit.name] = cutText(value, limit.max, limit.lines === 'many' ? longMark(limit.max) : cutDots);
  } else {
    const message = `Salesforce's ${limit.name} holds ${limit.max} characters, this has ${value.length}: shorten it in Outlook`;
    write.leftOut.push(leftOut(name, 'field-too-long', message));
  }
}

/** The long mark would fill a street. */
const longMark = (max: number) => (max > 1_000 ? cutMark : cutDots);

function writeLastName(write: SalesforceContactWrite, wanted: ReadonlySet<string>, whole: Fields): void {
  const name = deriveLastName(whole);
  if (!name) {
    const message = 'Salesforce wants a last name, and this contact has neither name, company nor e-mail address: add one in Outlook';
    write.leftOut.push({ ...leftOut('surname', 'field-required', message), required: true });
    return;
  }
  write.body.LastName = cutText(name.lastName, 80, cutDots);
  const first = firstName(name, wanted, whole);
  if (first !== undefined) write.body.FirstName = first;
}

/** A given name that had to serve as last name does not stand there twice. */
function firstName(name: DerivedName, wanted: ReadonlySet<string>, whole: Fields): string | null | undefined {
  if (!wanted.has('givenName')) return undefined;
  if (whole.givenName === name.lastName) return null;
  return whole.givenName === null && name.firstName ? cutText(name.firstName, 40, cutDots) : undefined;
}

function leftOut(field: string, reason: LeftOut['reason'], message: string): LeftOut {
  return { field, reason, message, required: false };
}
