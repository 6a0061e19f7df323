import { z } from 'zod';
import type { Facts, FieldValue } from '../../model/index.ts';
import type { MapContext, Reading } from '../object-map.ts';
import { isoInstant } from '../reading/iso-instant.ts';
import { readShape } from '../reading/read-shape.ts';
import { unreadRecord } from '../reading/unread-record.ts';
import { cleanLine, cleanText } from '../words/clean-text.ts';
import { zoneOf } from '../zones/index.ts';
import { readSalesforceWhen } from './read-salesforce-when.ts';
import { reminderMinutes } from './reminder.ts';
import { showAsFromSalesforce } from './show-as.ts';
import { formatWhen, spanOf, type When } from './when.ts';

const text = z.string().nullish();
const flag = z.boolean().nullish();

const eventShape = z.object({
  Id: z.string().min(15),
  LastModifiedDate: text,
  LastModifiedById: text,
  OwnerId: text,
  Lockstep_Key__c: text,
  IsChild: flag,
  IsRecurrence: flag,
  RecurrenceActivityId: text,
  IsRecurrence2: flag,
  GroupEventType: text,
  Subject: text,
  Location: text,
  Description: text,
  IsAllDayEvent: flag,
  ActivityDate: text,
  StartDateTime: text,
  EndDateTime: text,
  DurationInMinutes: z.number().min(0).max(10_000_000).nullish(),
  ShowAs: text,
  IsPrivate: flag,
  IsReminderSet: flag,
  ReminderDateTime: text,
});
type SalesforceEvent = z.infer<typeof eventShape>;

export function eventFromSalesforce(raw: unknown, context: MapContext): Reading {
  const read = readShape(eventShape, raw, 'salesforce');
  if (!read.ok) return { ...read, facts: unreadRecord(raw) };
  const event = read.value;
  const when = readSalesforceWhen(event);
  if (!when.ok) return { ...when, facts: unreadRecord(raw) };
  const span = spanOf(when.when, zoneOf(context.zone));
  return { ok: true, fields: readFields(event, when.when, span.start), facts: readFacts(event, span) };
}

/** What was not sent (hidden from this user) stays out: unknown, not empty. */
function readFields(event: SalesforceEvent, when: When, start: string): Record<string, FieldValue> {
  const fields: Record<string, FieldValue> = { when: formatWhen(when) };
  if (event.Subject !== undefined) fields.subject = cleanLine(event.Subject);
  if (event.Location !== undefined) fields.location = cleanLine(event.Location);
  if (event.Description !== undefined) fields.description = cleanText(event.Description);
  if (event.ShowAs !== undefined) fields.showAs = showAsFromSalesforce(event.ShowAs);
  if (event.IsPrivate !== undefined) fields.isPrivate = event.IsPrivate ?? false;
  if (event.IsReminderSet !== undefined)
    fields.reminderMinutes = event.IsReminderSet ? reminderMinutes(start, event.ReminderDateTime) : null;
  return fields;
}

const key = /^[0-9a-f]{64}$/;

function readFacts(event: SalesforceEvent, span: { start: string; end: string }): Facts {
  const found = event.Lockstep_Key__c?.trim().toLowerCase() ?? '';
  return {
    modifiedAt: isoInstant(event.LastModifiedDate),
    keys: key.test(found) ? [`key:${found}`] : [],
    ownerId: event.OwnerId ?? null,
    modifiedById: event.LastModifiedById ?? null,
    private: event.IsPrivate ?? false,
    ...span,
    type: readType(event),
    // A child event is an invited user's copy of a colleague's event, as an attendee's copy is in Outlook.
    isOrganizer: !event.IsChild,
    attendees: [],
  };
}

/** GroupEventType 3 is the pattern of a series made in Lightning (object reference, Event); like the classic pattern row it is no meeting. */
function readType(event: SalesforceEvent): NonNullable<Facts['type']> {
  if (event.IsRecurrence || (event.IsRecurrence2 && event.GroupEventType === '3')) return 'seriesMaster';
  return event.RecurrenceActivityId || event.IsRecurrence2 ? 'occurrence' : 'singleInstance';
}
