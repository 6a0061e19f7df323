import type { Fields, FieldValue } from '../../model/index.ts';
import type { LeftOut } from '../object-map.ts';
import { isCut } from '../words/cut-text.ts';

/** Properties that stand alone. */
const lines: Readonly<Record<string, string>> = {
  givenName: 'givenName',
  middleName: 'middleName',
  surname: 'surname',
  displayName: 'displayName',
  title: 'jobTitle',
  department: 'department',
  companyName: 'companyName',
  mobilePhone: 'mobilePhone',
  assistantName: 'assistantName',
};

/** Properties that Graph replaces as one: written from the whole contact as soon as one of their fields changes. */
const groups: readonly { fields: readonly string[]; property: string; write(whole: Fields): unknown }[] = [
  {
    fields: ['email', 'emailName', 'email2', 'email2Name', 'email3', 'email3Name'],
    property: 'emailAddresses',
    write: writeEmails,
  },
  {
    fields: ['businessPhone', 'businessPhone2'],
    property: 'businessPhones',
    write: (whole) => values(whole, ['businessPhone', 'businessPhone2']),
  },
  { fields: ['homePhone', 'homePhone2'], property: 'homePhones', write: (whole) => values(whole, ['homePhone', 'homePhone2']) },
  { fields: addressFields('mailing'), property: 'businessAddress', write: (whole) => writeAddress('mailing', whole) },
  { fields: addressFields('other'), property: 'homeAddress', write: (whole) => writeAddress('other', whole) },
];

const names = ['givenName', 'middleName', 'surname', 'displayName'];

export function contactToOutlook(changed: readonly string[], whole: Fields): Record<string, unknown> {
  const known = changed.filter((name) => whole[name] !== undefined);
  const body: Record<string, unknown> = {};
  for (const name of known) {
    const property = lines[name];
    if (property) body[property] = whole[name];
  }
  for (const { fields, property, write } of groups) {
    if (known.some((name) => fields.includes(name))) body[property] = write(whole);
  }
  if (known.includes('birthday')) body.birthday = typeof whole.birthday === 'string' ? `${whole.birthday}T11:59:00Z` : null;
  if (known.includes('notes') && !isCutNote(whole)) body.personalNotes = whole.notes ?? '';
  return keepDisplayName(body, known, whole);
}

export function contactLeftOutOfOutlook(changed: readonly string[], whole: Fields): LeftOut[] {
  if (!changed.includes('notes') || !isCutNote(whole)) return [];
  const message =
    'Salesforce holds only the beginning of these notes: an edit there is not copied, so that the rest in Outlook is not lost';
  return [{ field: 'notes', reason: 'field-too-long', message, required: false }];
}

/**
 * Graph: "later updates to other properties may cause an automatically generated value to overwrite the displayName"; so a name that a
 * person chose is sent along, unless the name itself changes (learn.microsoft.com/graph/api/contact-update).
 */
function keepDisplayName(body: Record<string, unknown>, changed: readonly string[], whole: Fields): Record<string, unknown> {
  const named = changed.some((name) => names.includes(name));
  if (named || Object.keys(body).length === 0 || typeof whole.displayName !== 'string') return body;
  return { ...body, displayName: whole.displayName };
}

function isCutNote({ notes }: Fields): boolean {
  return typeof notes === 'string' && isCut(notes);
}

function writeEmails(whole: Fields): unknown[] {
  const slots: [FieldValue | undefined, FieldValue | undefined][] = [
    [whole.email, whole.emailName],
    [whole.email2, whole.email2Name],
    [whole.email3, whole.email3Name],
  ];
  return slots.flatMap(([address, name]) => {
    if (typeof address !== 'string') return [];
    // A name that shows an address shows the old one.
    return [{ address, name: typeof name === 'string' && !name.includes('@') ? name : address }];
  });
}

function values(whole: Fields, fields: readonly string[]): FieldValue[] {
  return fields.map((name) => whole[name] ?? null).filter((value) => value !== null);
}

function addressFields(prefix: 'mailing' | 'other'): string[] {
  return ['Street', 'City', 'State', 'PostalCode', 'Country'].map((part) => `${prefix}${part}`);
}

function writeAddress(prefix: 'mailing' | 'other', whole: Fields): Record<string, FieldValue> {
  const part = (name: string) => whole[`${prefix}${name}`] ?? null;
  return {
    street: part('Street'),
    city: part('City'),
    state: part('State'),
    postalCode: part('PostalCode'),
    countryOrRegion: part('Country'),
  };
}
