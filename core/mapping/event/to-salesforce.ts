import type { Fields } from '../../model/index.ts';
import type { LeftOut, MapContext } from '../object-map.ts';
import { cutDots, cutText } from '../words/cut-text.ts';
import { daysBetween, zoneOf } from '../zones/index.ts';
import { eventLimits, whenLimits } from './fields.ts';
import { reminderInstant } from './reminder.ts';
import { showAsToSalesforce } from './show-as.ts';
import { parseWhen, spanOf, type When } from './when.ts';

export interface SalesforceEventWrite {
  body: Record<string, unknown>;
  leftOut: LeftOut[];
}

export function eventToSalesforce(changed: readonly string[], whole: Fields, context: MapContext): SalesforceEventWrite {
  const write: SalesforceEventWrite = { body: {}, leftOut: [] };
  const { body } = write;
  const has = (name: string) => changed.includes(name) && whole[name] !== undefined;
  if (has('subject')) body.Subject = line(whole.subject, eventLimits.subject);
  if (has('location')) body.Location = line(whole.location, eventLimits.location);
  if (has('description'))
    body.Description = typeof whole.description === 'string' ? cutText(whole.description, eventLimits.description) : null;
  if (has('showAs')) body.ShowAs = showAsToSalesforce(whole.showAs);
  if (has('isPrivate')) {
    body.IsPrivate = whole.isPrivate === true;
    // "Private events can't be associated with other records" (Salesforce object reference, Event): the relations go in the same write.
    if (body.IsPrivate) Object.assign(body, { WhoId: null, WhatId: null });
  }
  const when = parseWhen(whole.when);
  if (has('when')) writeWhen(write, when);
  // An event whose time cannot be written keeps its reminder too.
  const stuck = has('when') && !('StartDateTime' in body);
  const moved = has('when') && typeof whole.reminderMinutes === 'number';
  if ((has('reminderMinutes') || moved) && !stuck) writeReminder(write, when, whole.reminderMinutes, context);
  return write;
}

function line(value: unknown, max: number): string | null {
  return typeof value === 'string' ? cutText(value, max, cutDots) : null;
}

/** Both ends are always sent: Salesforce refuses a start behind the end that it still has. */
function writeWhen({ body, leftOut }: SalesforceEventWrite, when: When | null): void {
  const message = when ? whyNotHeld(when) : 'This event has no time that Salesforce understands';
  if (when === null || message !== null) {
    leftOut.push({ field: 'when', reason: 'refused', message: message ?? '', required: true });
    return;
  }
  body.IsAllDayEvent = when.allDay;
  body.StartDateTime = when.allDay ? `${when.first}T00:00:00Z` : when.start;
  body.EndDateTime = when.allDay ? `${when.last}T00:00:00Z` : when.end;
}

function whyNotHeld(when: When): string | null {
  const [first, last] = when.allDay ? [when.first, when.last] : [when.start, when.end];
  if (first < whenLimits.first || last.slice(0, 10) > whenLimits.last) {
    return `Salesforce's calendar reaches from ${whenLimits.first} to ${whenLimits.last}`;
  }
  const days = when.allDay ? daysBetween(when.first, when.last) + 1 : (Date.parse(when.end) - Date.parse(when.start)) / 86_400_000;
  return days > whenLimits.days ? `Salesforce holds events of at most ${whenLimits.days} days, this one has ${Math.ceil(days)}` : null;
}

function writeReminder({ body, leftOut }: SalesforceEventWrite, when: When | null, minutes: unknown, context: MapContext): void {
  if (typeof minutes !== 'number') {
    body.IsReminderSet = false;
    return;
  }
  if (when === null) return;
  const at = reminderInstant(spanOf(when, zoneOf(context.zone)).start, minutes);
  if (at === null) {
    leftOut.push({ field: 'reminderMinutes', reason: 'refused', message: 'Salesforce cannot hold a reminder that early', required: false });
    return;
  }
  body.IsReminderSet = true;
  body.ReminderDateTime = at;
}
