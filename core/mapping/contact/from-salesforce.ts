import { z } from 'zod';
import type { Facts, FieldValue } from '../../model/index.ts';
import type { Reading } from '../object-map.ts';
import { isDay, isoInstant } from '../reading/iso-instant.ts';
import { readShape } from '../reading/read-shape.ts';
import { unreadRecord } from '../reading/unread-record.ts';
import { cleanLine, cleanText } from '../words/clean-text.ts';
import { emailKey } from '../words/email-address.ts';
import { readBirthday } from './birthday.ts';
import { contactFields } from './fields.ts';

const text = z.string().nullish();
const recordShape = z.object({
  Id: z.string().min(15),
  LastModifiedDate: text,
  LastModifiedById: text,
  OwnerId: text,
  AccountId: text,
  Account: z.object({ Name: text }).nullish(),
  Birthdate: z.string().refine(isDay, 'no date').nullish(),
});
const texts = contactFields.flatMap(({ name, salesforce }) =>
  salesforce ? [{ name, property: salesforce.name, lines: salesforce.lines }] : [],
);
const textShape = z.object(Object.fromEntries(texts.map(({ property }) => [property, text])));

export function contactFromSalesforce(raw: unknown): Reading {
  const record = readShape(recordShape, raw, 'salesforce');
  if (!record.ok) return { ...record, facts: unreadRecord(raw) };
  const facts = readFacts(record.value, raw);
  const values = readShape(textShape, raw, 'salesforce');
  if (!values.ok) return { ...values, facts };
  return { ok: true, fields: { ...readTexts(values.value), ...readRest(record.value) }, facts };
}

/** What was not sent (hidden from this user) stays out: unknown, not empty. */
function readTexts(values: Record<string, string | null | undefined>): Record<string, FieldValue> {
  const fields: Record<string, FieldValue> = {};
  for (const { name, property, lines } of texts) {
    const value = values[property];
    if (value !== undefined) fields[name] = lines === 'many' ? cleanText(value) : cleanLine(value);
  }
  if (typeof fields.email === 'string') fields.email = fields.email.toLowerCase();
  return fields;
}

function readRest(record: z.infer<typeof recordShape>): Record<string, FieldValue> {
  const fields: Record<string, FieldValue> = {};
  if (record.Birthdate !== undefined) fields.birthday = readBirthday(record.Birthdate, 'UTC');
  // A retrieve by id brings no parent's fields: the name is known then only where there is no parent.
  if (record.Account !== undefined) fields.companyName = cleanLine(record.Account?.Name);
  else if (record.AccountId === null) fields.companyName = null;
  return fields;
}

function readFacts(record: z.infer<typeof recordShape>, raw: unknown): Facts {
  const email = emailKey(String((raw as { Email?: unknown }).Email ?? ''));
  return {
    modifiedAt: isoInstant(record.LastModifiedDate),
    keys: email ? [`email:${email}`] : [],
    ownerId: record.OwnerId ?? null,
    modifiedById: record.LastModifiedById ?? null,
  };
}
