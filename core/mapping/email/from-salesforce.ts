import { z } from 'zod';
import type { Reading } from '../object-map.ts';
import { isoInstant } from '../reading/iso-instant.ts';
import { noFacts, readShape } from '../reading/read-shape.ts';
import { cleanLine } from '../words/clean-text.ts';

const text = z.string().nullish();
const recordShape = z.object({
  Id: z.string().min(15),
  LastModifiedDate: text,
  LastModifiedById: text,
  CreatedById: text,
  Lockstep_Key__c: text,
  Subject: text,
});

/** The record of a saved mail, EmailMessage or Task: known again, never compared. */
export function mailFromSalesforce(raw: unknown): Reading {
  const read = readShape(recordShape, raw, 'salesforce');
  if (!read.ok) return { ...read, facts: noFacts };
  const record = read.value;
  const key = record.Lockstep_Key__c?.trim().toLowerCase() ?? '';
  const facts = {
    modifiedAt: isoInstant(record.LastModifiedDate),
    keys: /^[0-9a-f]{64}$/.test(key) ? [`key:${key}`] : [],
    modifiedById: record.LastModifiedById ?? null,
    // A mail has no owner field: it is whose who saved it.
    ownerId: record.CreatedById ?? null,
  };
  return { ok: true, fields: { subject: cleanLine(record.Subject) }, facts };
}
