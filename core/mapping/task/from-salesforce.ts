import { z } from 'zod';
import type { FieldValue } from '../../model/index.ts';
import type { Reading } from '../object-map.ts';
import { isDay, isoInstant } from '../reading/iso-instant.ts';
import { readShape } from '../reading/read-shape.ts';
import { unreadRecord } from '../reading/unread-record.ts';
import { cleanLine, cleanText } from '../words/clean-text.ts';
import { readPriority } from './priority.ts';
import { inLimits } from './read-due.ts';
import { statusFromSalesforce } from './status.ts';

const text = z.string().nullish();
const taskShape = z.object({
  Id: z.string().min(15),
  LastModifiedDate: text,
  LastModifiedById: text,
  OwnerId: text,
  Lockstep_Key__c: text,
  IsClosed: z.boolean().nullish(),
  Subject: text,
  Description: text,
  ActivityDate: z.string().refine(isDay, 'no date').nullish(),
  Status: text,
  Priority: text,
});
type SalesforceTask = z.infer<typeof taskShape>;
const key = /^[0-9a-f]{64}$/;

export function taskFromSalesforce(raw: unknown): Reading {
  const read = readShape(taskShape, raw, 'salesforce');
  if (!read.ok) return { ...read, facts: unreadRecord(raw) };
  const task = read.value;
  const fields = readFields(task);
  const found = task.Lockstep_Key__c?.trim().toLowerCase() ?? '';
  const facts = {
    modifiedAt: isoInstant(task.LastModifiedDate),
    keys: key.test(found) ? [`key:${found}`] : [],
    ownerId: task.OwnerId ?? null,
    modifiedById: task.LastModifiedById ?? null,
    due: task.ActivityDate ?? null,
    closed: task.IsClosed ?? fields.status === 'completed',
  };
  return { ok: true, fields, facts };
}

/** What was not sent (hidden from this user) stays out: unknown, not empty. */
function readFields(task: SalesforceTask): Record<string, FieldValue> {
  const fields: Record<string, FieldValue> = {};
  if (task.Subject !== undefined) fields.subject = cleanLine(task.Subject);
  if (task.Description !== undefined) fields.description = cleanText(task.Description);
  if (task.ActivityDate !== undefined) fields.due = task.ActivityDate && inLimits(task.ActivityDate);
  if (task.Status !== undefined) fields.status = statusFromSalesforce(task.Status, task.IsClosed);
  if (task.Priority !== undefined) fields.priority = readPriority(task.Priority);
  return fields;
}
