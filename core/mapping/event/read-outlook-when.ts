import type { Problem } from '../../model/index.ts';
import { isDay, isoInstant, isoSeconds } from '../reading/iso-instant.ts';
import { unreadable } from '../reading/read-shape.ts';
import { addDays, daysBetween, ianaZone, nearestMidnight, wallToInstant, zoneOf } from '../zones/index.ts';
import type { When } from './when.ts';

interface OutlookTime {
  dateTime: string;
  timeZone?: string | null;
}
export interface OutlookTimes {
  start: OutlookTime;
  end: OutlookTime;
  isAllDay: boolean;
  originalStartTimeZone: string | null;
}

type WhenRead = { ok: true; when: When } | { ok: false; problem: Problem };

/** Graph's start and end. A time without a zone is the mailbox's; a zone nobody knows is a problem, never a guess. */
export function readOutlookWhen(times: OutlookTimes, mailboxZone: string): WhenRead {
  return times.isAllDay ? readDays(times, zoneOf(mailboxZone)) : readInstants(times, zoneOf(mailboxZone));
}

function readInstants({ start, end }: OutlookTimes, mailboxZone: string): WhenRead {
  const from = instant(start, mailboxZone);
  const to = instant(end, mailboxZone);
  if (from === null) return unreadable('start', 'Microsoft Graph sent a start that is no time in a known time zone');
  if (to === null) return unreadable('end', 'Microsoft Graph sent an end that is no time in a known time zone');
  // Where clocks jump, an event that ends after it starts on the clock may not do so in time.
  if (to < from && start.timeZone === end.timeZone && start.dateTime <= end.dateTime) {
    return { ok: true, when: { allDay: false, start: isoSeconds(from), end: isoSeconds(from) } };
  }
  if (to < from) return unreadable('end', 'The event ends before it starts: correct it in Outlook');
  return { ok: true, when: { allDay: false, start: isoSeconds(from), end: isoSeconds(to) } };
}

/**
 * Whole days by calendar date. Graph sends midnights in the stated zone, which is then the date itself; an older or shared copy may come
 * as the instant of midnight in the event's own zone, which is looked at there.
 */
function readDays({ start, end, originalStartTimeZone }: OutlookTimes, mailboxZone: string): WhenRead {
  const own = ianaZone(originalStartTimeZone) ?? mailboxZone;
  const first = day(start, own, mailboxZone);
  const behind = day(end, own, mailboxZone);
  if (first === null) return unreadable('start', 'Microsoft Graph sent a first day that is no date');
  if (behind === null) return unreadable('end', 'Microsoft Graph sent a last day that is no date');
  const days = daysBetween(first, behind);
  if (days < 0) return unreadable('end', 'The event ends before it starts: correct it in Outlook');
  return { ok: true, when: { allDay: true, first, last: days === 0 ? first : addDays(behind, -1) } };
}

const wall = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::(\d\d)(?:\.\d{1,9})?)?)?$/;

function day(time: OutlookTime, own: string, mailboxZone: string): string | null {
  const [, date, clock = '00:00', seconds = '00'] = wall.exec(time.dateTime) ?? [];
  if (date && clock === '00:00' && seconds === '00') return isDay(date) ? date : null;
  const at = instant(time, mailboxZone);
  return at === null ? null : nearestMidnight(at, own, 12);
}

function instant({ dateTime, timeZone }: OutlookTime, mailboxZone: string): string | null {
  const stated = isoInstant(dateTime);
  if (stated !== null || !wall.test(dateTime)) return stated;
  const zone = timeZone?.trim() ? ianaZone(timeZone) : mailboxZone;
  if (zone === 'UTC') return isoInstant(`${dateTime.length === 10 ? `${dateTime}T00:00` : dateTime}Z`);
  return zone === null ? null : wallToInstant(dateTime, zone);
}
