import type { FieldRule } from '../object-map.ts';

/** UTF-16 units that Salesforce holds. */
export const eventLimits = { subject: 255, location: 255, description: 32_000 } as const;
/** Salesforce: 14 days with multi-day events switched on, and its calendar's own ends. */
export const whenLimits = { days: 14, first: '1700-01-01', last: '4000-12-31' } as const;

const both = (name: string): FieldRule => ({ name, held: 'both', travels: 'both' });

/**
 * An event in Lockstep's words, and what each side can hold of it.
 *
 * - subject, location: one line; Salesforce cuts at 255 with "…".
 * - description: text. Read from an HTML body as its readable text, at most 32,000 characters with a mark; never written to an online
 *   meeting (the planner bars it) and not when it carries the mark. Writing it replaces the formatted body.
 * - when: core/model/item.ts. Outlook: midnights of the event's zone, end exclusive. Salesforce: midnight UTC, end inclusive, at most 14 days.
 * - showAs: 'free' | 'busy' | 'oof', what both hold. Outlook's tentative reads as busy, workingElsewhere as free, so that neither is
 *   overwritten unless Salesforce's value changes.
 * - isPrivate: Outlook's sensitivity other than normal. Set down as 'private', never taken back: private never becomes public.
 * - reminderMinutes: before the start (whole days: before midnight in the mailbox's zone), null = off. Salesforce keeps an instant, so it
 *   is written again whenever the event moves.
 */
export const eventFields: readonly FieldRule[] = [
  both('subject'),
  both('location'),
  both('description'),
  both('when'),
  both('showAs'),
  both('isPrivate'),
  both('reminderMinutes'),
];

export const eventSalesforceFields: readonly string[] = [
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
  'IsChild',
  'IsGroupEvent',
  'IsRecurrence',
  'RecurrenceActivityId',
  'IsRecurrence2',
  'GroupEventType',
  'Subject',
  'Location',
  'Description',
  'IsAllDayEvent',
  'ActivityDate',
  'StartDateTime',
  'EndDateTime',
  'DurationInMinutes',
  'ShowAs',
  'IsPrivate',
  'IsReminderSet',
  'ReminderDateTime',
];
