import ICAL from 'ical.js';
import { type CalendarTime, readTime } from './read-time.ts';
import { toRecurrence } from './to-recurrence.ts';

export interface ReadEvent {
  uid: string;
  /** the occurrence of the series that this one changes: UTC, `2026-11-22T09:00:00` */
  replaces?: string;
  /** occurrences that do not take place: UTC, or a bare date for the one of that day */
  excluded: string[];
  body: Record<string, unknown>;
  /** parts that had no place */
  left: string[];
}

/** One VEVENT as a Graph event. Throws with a reason where it cannot be one. */
export function readEvent(component: ICAL.Component): ReadEvent {
  const left: string[] = [];
  const start = timeOf(component, 'dtstart');
  if (!start) throw new Error('the event has no DTSTART that is a date or a time');
  if (start.utc < '1601') throw new Error(`DTSTART ${start.local} is not a date that Outlook knows`);
  const end = endOf(component, start, left);
  const rules = component.getAllProperties('rrule');
  if (component.getAllProperties('rdate').length > 0) left.push('RDATE: extra dates of a series');
  if (rules.length > 1) left.push(`${rules.length - 1} further RRULE`);
  const rule = rules[0]?.getFirstValue();
  const text = (name: string) => String(component.getFirstPropertyValue(name) ?? '');
  const replaces = timeOf(component, 'recurrence-id');
  return {
    uid: text('uid'),
    ...(replaces ? { replaces: replaces.utc } : {}),
    excluded: excludedOf(component, start),
    left,
    body: {
      subject: text('summary').slice(0, 255),
      body: { contentType: 'text', content: text('description') },
      location: { displayName: text('location') },
      isAllDay: start.isDate,
      start: { dateTime: start.local, timeZone: start.zone },
      end: { dateTime: end.local, timeZone: end.zone },
      sensitivity: sensitivities[text('class').toUpperCase()] ?? 'normal',
      showAs: showAs(text('transp').toUpperCase(), text('status').toUpperCase()),
      categories: component.getAllProperties('categories').flatMap((property) => property.getValues().map(String)),
      attendees: attendeesOf(component, left),
      ...(rule instanceof ICAL.Recur ? { recurrence: toRecurrence(rule, start) } : {}),
    },
  };
}

const sensitivities: Record<string, string> = { PRIVATE: 'private', CONFIDENTIAL: 'confidential' };

function timeOf(component: ICAL.Component, name: string): CalendarTime | undefined {
  const property = component.getFirstProperty(name);
  const value = property?.getFirstValue();
  if (!property || !(value instanceof ICAL.Time)) return undefined;
  if (!/^\d{4}-\d{2}-\d{2}/.test(value.toString())) throw new Error(`${name.toUpperCase()} ${value.toString()} is not a date`);
  return readTime(property, value);
}

/** DTEND, or DTSTART with DURATION, or what RFC 5545 3.6.1 says for neither: the day of a date, the moment of a time. */
function endOf(component: ICAL.Component, start: CalendarTime, left: string[]): CalendarTime {
  const least = start.isDate ? later(start, 86_400) : start;
  const duration = component.getFirstPropertyValue('duration');
  const given = timeOf(component, 'dtend') ?? (duration instanceof ICAL.Duration ? later(start, duration.toSeconds()) : least);
  if (given.isDate === start.isDate && given.utc >= start.utc) return given.utc < least.utc ? least : given;
  left.push('DTEND does not fit DTSTART: the event ends when it starts');
  return least;
}

function later(time: CalendarTime, seconds: number): CalendarTime {
  const add = (text: string) => new Date(Date.parse(`${text}Z`) + seconds * 1000).toISOString().slice(0, 19);
  return { ...time, local: add(time.local), utc: add(time.utc) };
}

/** A whole day may be left out of a series with times: a bare date then. */
function excludedOf(component: ICAL.Component, start: CalendarTime): string[] {
  return component.getAllProperties('exdate').flatMap((property) =>
    property.getValues().flatMap((value) => {
      if (!(value instanceof ICAL.Time)) return [];
      const time = readTime(property, value);
      return time.isDate && !start.isDate ? time.local.slice(0, 10) : time.utc;
    }),
  );
}

function showAs(transparency: string, status: string): string {
  if (transparency === 'TRANSPARENT') return 'free';
  return status === 'TENTATIVE' ? 'tentative' : 'busy';
}

function attendeesOf(component: ICAL.Component, left: string[]): unknown[] {
  const attendees: unknown[] = [];
  for (const property of component.getAllProperties('attendee')) {
    const address = String(property.getFirstValue() ?? '')
      .replace(/^mailto:/i, '')
      .trim();
    const name = property.getFirstParameter('cn') ?? address;
    const type = property.getFirstParameter('role') === 'OPT-PARTICIPANT' ? 'optional' : 'required';
    if (/^[^\s@]+@[^\s@]+$/.test(address)) attendees.push({ emailAddress: { address, name }, type });
    else left.push(`attendee ${name} has no e-mail address`);
  }
  return attendees;
}
