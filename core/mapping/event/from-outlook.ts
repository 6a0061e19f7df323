import { z } from 'zod';
import type { Facts, Fields, GuestResponse } from '../../model/index.ts';
import { htmlToText } from '../html-to-text/index.ts';
import type { MapContext, Reading } from '../object-map.ts';
import { isPrivate, redactEvent, redactFacts } from '../privacy/redact-event.ts';
import { isoInstant } from '../reading/iso-instant.ts';
import { noFacts, readShape, unreadable } from '../reading/read-shape.ts';
import { cleanLine, cleanText } from '../words/clean-text.ts';
import { cutText } from '../words/cut-text.ts';
import { zoneOf } from '../zones/index.ts';
import { eventLimits } from './fields.ts';
import { keyOfMeeting } from './key.ts';
import { isOnlineMeeting } from './online-meeting.ts';
import { readOutlookWhen } from './read-outlook-when.ts';
import { showAsFromOutlook } from './show-as.ts';
import { formatWhen, spanOf, type When } from './when.ts';

const text = z.string().nullish();
const flag = z.boolean().nullish();
const time = z.object({ dateTime: z.string().max(40), timeZone: z.string().max(200).nullish() });
const recipient = z.object({ emailAddress: z.object({ address: text }).nullish() }).nullish();
const attendee = z
  .object({ emailAddress: z.object({ address: text }).nullish(), status: z.object({ response: text }).nullish() })
  .nullish();

const eventShape = z.object({
  id: z.string().min(1),
  lastModifiedDateTime: text,
  iCalUId: text,
  type: z.enum(['singleInstance', 'occurrence', 'exception', 'seriesMaster']).nullish(),
  originalStart: text,
  seriesMasterId: text,
  categories: z.array(z.string()).nullish(),
  subject: text,
  body: z.object({ contentType: text, content: text }).nullish(),
  location: z.object({ displayName: text }).nullish(),
  start: time,
  end: time,
  isAllDay: flag,
  originalStartTimeZone: text,
  showAs: text,
  sensitivity: text,
  isReminderOn: flag,
  reminderMinutesBeforeStart: z.number().nullish(),
  organizer: recipient,
  isOrganizer: flag,
  attendees: z.array(attendee).nullish(),
  isOnlineMeeting: flag,
  onlineMeeting: z.object({ joinUrl: text }).nullish(),
  onlineMeetingUrl: text,
  isCancelled: flag,
});
type OutlookEvent = z.infer<typeof eventShape>;

export function eventFromOutlook(raw: unknown, context: MapContext): Reading {
  const read = readShape(eventShape, raw, 'outlook');
  if (!read.ok) return { ...read, facts: noFacts };
  const event = read.value;
  const modifiedAt = isoInstant(event.lastModifiedDateTime);
  const times = {
    start: event.start,
    end: event.end,
    isAllDay: event.isAllDay ?? false,
    originalStartTimeZone: event.originalStartTimeZone ?? null,
  };
  const when = readOutlookWhen(times, context.zone);
  if (!when.ok) return { ...when, facts: { ...noFacts, modifiedAt } };
  const facts = readFacts(event, when.when, context);
  // calendarView/delta sends occurrences without anything but their time; their words are the master's (Graph, delta of events).
  if (event.subject === undefined && event.body === undefined) {
    return { ...unreadable('subject', 'Microsoft Graph sent only the time of this occurrence: its series must be fetched first'), facts };
  }
  const open = { when: formatWhen(when.when), showAs: showAsFromOutlook(event.showAs), reminderMinutes: readReminder(event) };
  if (isPrivate(event.sensitivity)) return { ok: true, fields: redactEvent(open), facts: redactFacts(facts) };
  return { ok: true, fields: { ...readWords(event), ...open, isPrivate: false }, facts };
}

function readWords({ subject, location, body }: OutlookEvent): Fields {
  return { subject: cleanLine(subject), location: cleanLine(location?.displayName), description: readBody(body) };
}

function readBody(body: OutlookEvent['body']): string | null {
  const max = eventLimits.description;
  const isHtml = body?.contentType?.toLowerCase() === 'html';
  const description = cleanText(isHtml ? htmlToText(body.content ?? '', max) : body?.content);
  return description && cutText(description, max);
}

/** Whole minutes, never negative; more than a year ahead is still a reminder, more than a century is none. */
function readReminder({ isReminderOn, reminderMinutesBeforeStart }: OutlookEvent): number | null {
  const minutes = Math.max(0, Math.round(reminderMinutesBeforeStart ?? 0));
  return isReminderOn && minutes < 52_560_000 ? minutes : null;
}

function readFacts(event: OutlookEvent, when: When, context: MapContext): Facts {
  const organizer = lower(event.organizer);
  const attendees = (event.attendees ?? []).map(lower).filter((address) => address !== null);
  const isOrganizer = event.isOrganizer ?? (organizer === null || context.addresses.includes(organizer));
  const key = keyOfMeeting(event, when, context);
  return {
    modifiedAt: isoInstant(event.lastModifiedDateTime),
    keys: key ? [`key:${key}`] : [],
    categories: event.categories ?? [],
    private: false,
    ...spanOf(when, zoneOf(context.zone)),
    iCalUId: event.iCalUId ?? null,
    type: event.type ?? 'singleInstance',
    ...(event.seriesMasterId ? { seriesId: event.seriesMasterId } : {}),
    organizer,
    isOrganizer,
    attendees: [...new Set(attendees)].filter((address) => address !== organizer),
    ...readResponses(event.attendees ?? []),
    onlineMeeting: isOnlineMeeting(event),
    cancelled: event.isCancelled ?? false,
  };
}

function lower(person: z.infer<typeof recipient>): string | null {
  return person?.emailAddress?.address?.trim().toLowerCase() || null;
}

const responses: Readonly<Record<string, GuestResponse>> = { accepted: 'accepted', declined: 'declined', tentativelyAccepted: 'tentative' };

/** Only those who answered; nothing at all where nobody did, as in most events. */
function readResponses(attendees: readonly z.infer<typeof attendee>[]): Pick<Facts, 'responses'> {
  const answered = attendees.flatMap((one) => {
    const address = lower(one);
    const response = responses[one?.status?.response ?? ''];
    return address !== null && response !== undefined ? [[address, response] as const] : [];
  });
  return answered.length > 0 ? { responses: Object.fromEntries(answered) } : {};
}
