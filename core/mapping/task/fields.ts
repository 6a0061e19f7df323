import type { FieldRule } from '../object-map.ts';

/** UTF-16 units that Salesforce holds. */
export const taskLimits = { subject: 255, description: 32_000 } as const;
/** Days that Salesforce's date holds. */
export const dueLimits = { first: '1700-01-01', last: '4000-12-31' } as const;

const both = (name: string): FieldRule => ({ name, held: 'both', travels: 'both' });

/**
 * A task in Lockstep's words, and what each side can hold of it.
 *
 * - subject: one line; Salesforce cuts at 255 with "…". To Do wants a title, so a Task without a subject gets a fixed one there.
 * - description: text, at most 32,000 characters with a mark; not written to Outlook when it carries the mark.
 * - due: a calendar day or none. To Do keeps an instant: midnight of the writer's zone, or of UTC by other clients.
 * - status: To Do's five words; Salesforce's are the org's own picklist (status.ts). Completion is the status: both sides set the time of
 *   completion by themselves, and neither lets us write it.
 * - priority: 'low' | 'normal' | 'high'.
 *
 * A recurring To Do task is read as what it is just now: one task with this due day. When it is completed, To Do makes the next one, which
 * travels as a task of its own. The recurrence itself is never written; occurrences of a Salesforce series are single tasks.
 * Not kept in step: start day, reminder, steps (checklist), attachments, who and what a Task is about (Salesforce only).
 */
export const taskFields: readonly FieldRule[] = [both('subject'), both('description'), both('due'), both('status'), both('priority')];

export const taskSalesforceFields: readonly string[] = [
  'Id',
  'IsDeleted',
  'SystemModstamp',
  'LastModifiedDate',
  'LastModifiedById',
  'CreatedDate',
  'OwnerId',
  'WhoId',
  'WhatId',
  'Lockstep_Key__c',
  'IsClosed',
  'Subject',
  'Description',
  'ActivityDate',
  'Status',
  'Priority',
];
