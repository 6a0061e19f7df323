import type { Problem } from '../../model/index.ts';
import { isDay, isoInstant, isoSeconds } from '../reading/iso-instant.ts';
import { unreadable } from '../reading/read-shape.ts';
import { addDays } from '../zones/index.ts';
import type { When } from './when.ts';

export interface SalesforceTimes {
  IsAllDayEvent?: boolean | null;
  ActivityDate?: string | null;
  StartDateTime?: string | null;
  EndDateTime?: string | null;
  DurationInMinutes?: number | null;
}

type WhenRead = { ok: true; when: When } | { ok: false; problem: Problem };

/** Whole days stand at midnight UTC, whatever the user's zone, and end on their last day; where the end is missing the duration tells it. */
export function readSalesforceWhen(times: SalesforceTimes): WhenRead {
  const start = isoInstant(times.StartDateTime);
  const end = isoInstant(times.EndDateTime);
  const minutes = times.DurationInMinutes ?? 0;
  return times.IsAllDayEvent ? readDays(times, start, end, minutes) : readInstants(start, end, minutes);
}

function readInstants(start: string | null, end: string | null, minutes: number): WhenRead {
  if (start === null) return unreadable('StartDateTime', 'Salesforce sent an event without a start');
  const to = end ?? new Date(Date.parse(start) + minutes * 60_000).toISOString();
  if (to < start) return unreadable('EndDateTime', 'The event ends before it starts: correct it in Salesforce');
  return { ok: true, when: { allDay: false, start: isoSeconds(start), end: isoSeconds(to) } };
}

function readDays({ ActivityDate }: SalesforceTimes, start: string | null, end: string | null, minutes: number): WhenRead {
  const first = start?.slice(0, 10) ?? (ActivityDate && isDay(ActivityDate) ? ActivityDate : null);
  if (first === null) return unreadable('ActivityDate', 'Salesforce sent an all-day event without a date');
  const last = end?.slice(0, 10) ?? addDays(first, Math.max(0, Math.ceil(minutes / 1_440) - 1));
  if (last < first) return unreadable('EndDateTime', 'The event ends before it starts: correct it in Salesforce');
  return { ok: true, when: { allDay: true, first, last } };
}
