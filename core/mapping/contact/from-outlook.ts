import { z } from 'zod';
import type { Facts, FieldValue } from '../../model/index.ts';
import type { MapContext, Reading } from '../object-map.ts';
import { isoInstant } from '../reading/iso-instant.ts';
import { noFacts, readShape, unreadable } from '../reading/read-shape.ts';
import { cleanLine, cleanText } from '../words/clean-text.ts';
import { emailKey } from '../words/email-address.ts';
import { zoneOf } from '../zones/index.ts';
import { isBirthday, readBirthday } from './birthday.ts';

const text = z.string().nullish();
const address = z.object({ street: text, city: text, state: text, postalCode: text, countryOrRegion: text }).nullish();
const numbers = z.array(z.string().nullable()).nullish();

const contactShape = z.object({
  id: z.string().min(1),
  lastModifiedDateTime: text,
  parentFolderId: text,
  categories: z.array(z.string()).nullish(),
  givenName: text,
  middleName: text,
  surname: text,
  displayName: text,
  jobTitle: text,
  department: text,
  companyName: text,
  emailAddresses: z.array(z.object({ name: text, address: text }).nullable()).nullish(),
  businessPhones: numbers,
  mobilePhone: text,
  homePhones: numbers,
  assistantName: text,
  businessAddress: address,
  homeAddress: address,
  birthday: z.string().refine(isBirthday, 'no date').nullish(),
  personalNotes: text,
});
type OutlookContact = z.infer<typeof contactShape>;

export function contactFromOutlook(raw: unknown, context: MapContext): Reading {
  const read = readShape(contactShape, raw, 'outlook');
  if (!read.ok) return { ...read, facts: noFacts };
  const contact = read.value;
  const emails = readEmails(contact);
  const facts = readFacts(contact, emails);
  // Graph sends every selected property, empty ones as null: an item without any of these is a stub, and reading it would empty the record.
  if (contact.emailAddresses === undefined && contact.displayName === undefined && contact.surname === undefined) {
    return { ...unreadable('displayName', 'Microsoft Graph sent only a stub of this contact: neither names nor addresses'), facts };
  }
  return { ok: true, fields: { ...readLines(contact), ...readGroups(contact, emails), ...readRest(contact, context) }, facts };
}

function readLines(contact: OutlookContact): Record<string, FieldValue> {
  return {
    givenName: cleanLine(contact.givenName),
    middleName: cleanLine(contact.middleName),
    surname: cleanLine(contact.surname),
    displayName: cleanLine(contact.displayName),
    title: cleanLine(contact.jobTitle),
    department: cleanLine(contact.department),
    companyName: cleanLine(contact.companyName),
    mobilePhone: cleanLine(contact.mobilePhone),
    assistantName: cleanLine(contact.assistantName),
  };
}

interface Email {
  address: string;
  name: string | null;
}

/** Entries with an address, in order. A name that only repeats the address is none. */
function readEmails({ emailAddresses }: OutlookContact): Email[] {
  return (emailAddresses ?? []).flatMap((entry) => {
    const found = cleanLine(entry?.address);
    const name = cleanLine(entry?.name);
    return found ? [{ address: found, name: name?.toLowerCase() === found.toLowerCase() ? null : name }] : [];
  });
}

function readGroups(contact: OutlookContact, [first, second, third]: Email[]): Record<string, FieldValue> {
  const business = readNumbers(contact.businessPhones);
  const home = readNumbers(contact.homePhones);
  return {
    // Lower case: two spellings of one address are no edit.
    email: first?.address.toLowerCase() ?? null,
    emailName: first?.name ?? null,
    email2: second?.address ?? null,
    email2Name: second?.name ?? null,
    email3: third?.address ?? null,
    email3Name: third?.name ?? null,
    businessPhone: business[0] ?? null,
    businessPhone2: business[1] ?? null,
    homePhone: home[0] ?? null,
    homePhone2: home[1] ?? null,
    ...readAddress('mailing', contact.businessAddress),
    ...readAddress('other', contact.homeAddress),
  };
}

function readNumbers(list: z.infer<typeof numbers>): string[] {
  return (list ?? []).map(cleanLine).filter((number) => number !== null);
}

function readAddress(prefix: 'mailing' | 'other', given: z.infer<typeof address>): Record<string, FieldValue> {
  return {
    [`${prefix}Street`]: cleanText(given?.street),
    [`${prefix}City`]: cleanLine(given?.city),
    [`${prefix}State`]: cleanLine(given?.state),
    [`${prefix}PostalCode`]: cleanLine(given?.postalCode),
    [`${prefix}Country`]: cleanLine(given?.countryOrRegion),
  };
}

function readRest(contact: OutlookContact, context: MapContext): Record<string, FieldValue> {
  return { birthday: readBirthday(contact.birthday, zoneOf(context.zone)), notes: cleanText(contact.personalNotes) };
}

function readFacts(contact: OutlookContact, emails: readonly Email[]): Facts {
  const keys = emails.map(({ address: given }) => emailKey(given)).filter((key) => key !== null);
  return {
    modifiedAt: isoInstant(contact.lastModifiedDateTime),
    keys: [...new Set(keys)].map((key) => `email:${key}`),
    categories: contact.categories ?? [],
    folder: contact.parentFolderId ?? null,
  };
}
