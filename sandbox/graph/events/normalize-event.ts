import { refusals } from '../http/refusals.ts';
import { type Json, readProperties } from '../odata/read-properties.ts';
import { readRecurrence } from '../series/read-recurrence.ts';
import type { DirectoryUser } from '../users/directory-user.ts';
import { toUtc } from '../zones/local-time.ts';
import { type Attendee, type EventBody, type Location, noTime } from './event-body.ts';
import { eventReaders, eventReadOnly, type WrittenTime } from './event-readers.ts';

/** A written event as Exchange keeps it: times in UTC, places and attendees filled in. Only what was written is in the answer. */
export function normalizeEvent(input: unknown, previous?: EventBody): Partial<EventBody> {
  const { start, end, location, locations, attendees, recurrence, ...plain } = readProperties('event', input, eventReaders, eventReadOnly);
  const next = plain as Partial<EventBody>;
  const allDay = next.isAllDay ?? previous?.isAllDay ?? false;
  if (start) Object.assign(next, { start: keptTime(start as WrittenTime, allDay), originalStartTimeZone: (start as WrittenTime).zoneName });
  if (end) Object.assign(next, { end: keptTime(end as WrittenTime, allDay), originalEndTimeZone: (end as WrittenTime).zoneName });
  if (locations !== undefined || location !== undefined)
    Object.assign(next, places(location as Json | null, locations as Json[] | undefined));
  if (recurrence !== undefined)
    next.recurrence = readRecurrence(recurrence, next.originalStartTimeZone ?? previous?.originalStartTimeZone ?? 'UTC');
  if (attendees !== undefined) next.attendees = (attendees as Json[]).map(keptAttendee);
  return next;
}

function keptTime(time: WrittenTime, allDay: boolean): string {
  return allDay ? time.wall : toUtc(time.wall, time.zone);
}

function places(location: Json | null, locations: Json[] | undefined): Pick<EventBody, 'location' | 'locations'> {
  const all = (locations ?? (location?.displayName ? [location] : [])).map(
    (one): Location => ({ locationType: 'default', uniqueIdType: 'unknown', ...filled(one), displayName: String(one.displayName ?? '') }),
  );
  const name = location?.displayName ?? all.map((one) => one.displayName).join('; ');
  if (name === '')
    return { location: { displayName: '', locationType: 'default', uniqueIdType: 'unknown', address: {}, coordinates: {} }, locations: [] };
  const main = {
    locationType: 'default',
    uniqueId: name,
    uniqueIdType: 'private',
    ...filled(location ?? all[0] ?? {}),
    displayName: String(name),
  };
  return { location: main, locations: all };
}
function filled(one: Json): Json {
  return Object.fromEntries(Object.entries(one).filter(([, value]) => value !== null));
}

function keptAttendee(one: Json): Attendee {
  const { name, address } = (one.emailAddress ?? {}) as { name?: string | null; address?: string | null };
  if (!address) throw refusals.invalidRequest('Each attendee needs an emailAddress with an address.');
  return {
    type: String(one.type ?? 'required'),
    status: { response: 'none', time: noTime },
    emailAddress: { name: name ?? address, address },
  };
}

/** An event with nothing but the defaults that Outlook fills in. */
export function emptyEvent(owner: DirectoryUser, iCalUId: string): Omit<EventBody, 'start' | 'end'> {
  return {
    subject: null,
    body: { contentType: 'html', content: '' },
    originalStartTimeZone: 'UTC',
    originalEndTimeZone: 'UTC',
    isAllDay: false,
    location: { displayName: '', locationType: 'default', uniqueIdType: 'unknown', address: {}, coordinates: {} },
    locations: [],
    attendees: [],
    organizer: { emailAddress: { name: owner.displayName, address: owner.mail ?? owner.userPrincipalName } },
    isOrganizer: true,
    isCancelled: false,
    responseStatus: { response: 'organizer', time: noTime },
    categories: [],
    showAs: 'busy',
    sensitivity: 'normal',
    importance: 'normal',
    isReminderOn: true,
    reminderMinutesBeforeStart: 15,
    responseRequested: true,
    allowNewTimeProposals: true,
    hideAttendees: false,
    isOnlineMeeting: false,
    onlineMeetingProvider: 'unknown',
    onlineMeeting: null,
    transactionId: null,
    iCalUId,
    recurrence: null,
  };
}

/** Rules that hold for the event as a whole, after a write was laid over it. */
export function checkEvent(event: EventBody): void {
  if (event.end < event.start) throw refusals.invalidRequest('The end of an event must not be before its start.');
  if (!event.isAllDay) return;
  const midnight = 'T00:00:00.0000000';
  if (!event.start.endsWith(midnight) || !event.end.endsWith(midnight) || event.end === event.start)
    throw refusals.invalidRequest(
      'The Event.Start or Event.End property for an all-day event must be midnight, and at least one day must lie between them.',
    );
}
