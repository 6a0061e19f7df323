import type { EventBody } from '../events/event-body.ts';
import { newICalUId } from '../events/new-ical-uid.ts';
import { checkEvent, emptyEvent, normalizeEvent } from '../events/normalize-event.ts';
import { refusals } from '../http/refusals.ts';
import type { Json } from '../odata/read-properties.ts';
import { settleSeries } from '../series/settle-series.ts';
import type { Row } from '../store/row.ts';
import { announce, type Writing } from './announce.ts';
import { holdOnlineMeeting, startOnlineMeeting } from './online-meeting.ts';

type Stamps = Record<string, string> | undefined;

/** `arrival` is what only an invitation or an import brings. A second POST with the same transactionId returns the first event. */
export function addEvent(
  writing: Writing,
  calendar: number,
  input: Json,
  stamps: Stamps,
  arrival: Partial<EventBody> = {},
): Row<EventBody> {
  const { store, mailbox, user } = writing;
  const written = normalizeEvent(input);
  if (!written.start || !written.end) throw refusals.invalidProperty("Required property 'start' or 'end' is missing.");
  const first = written.transactionId ? mailbox.events.get(mailbox.byTransaction.get(written.transactionId) ?? -1) : undefined;
  if (first) return first;
  const uid = newICalUId(mailbox.code, mailbox.seq, store.desk.clock.now());
  const draft = startOnlineMeeting({ ...emptyEvent(user, uid), start: written.start, end: written.end, ...written, ...arrival });
  checkEvent(draft);
  const event = settleSeries(draft, undefined);
  const row = mailbox.events.create(calendar, event, stamps);
  announce(writing, undefined, event);
  return row;
}

export function changeEvent(
  writing: Writing,
  row: Row<EventBody>,
  input: Json,
  stamps: Stamps,
  arrival: Partial<EventBody> = {},
): Row<EventBody> {
  const written = normalizeEvent(input, row.body);
  if ('transactionId' in written) throw refusals.invalidProperty("The property 'transactionId' can be set only when the event is created.");
  const draft = { ...holdOnlineMeeting(row.body, written), ...arrival };
  checkEvent(draft);
  if (written.attendees) draft.attendees = withAnswers(row.body, draft);
  const event = settleSeries(draft, row.body);
  const next = writing.mailbox.events.update(row, event, stamps);
  announce(writing, row.body, event);
  return next;
}

export function removeEvent(writing: Writing, row: Row<EventBody>): void {
  writing.mailbox.events.remove(row);
  announce(writing, row.body, undefined);
}

/** Attendees who stay keep the answer they gave. */
function withAnswers(before: EventBody, event: EventBody): EventBody['attendees'] {
  const answers = new Map(before.attendees.map((one) => [one.emailAddress.address.toLowerCase(), one.status]));
  return event.attendees.map((one) => ({ ...one, status: answers.get(one.emailAddress.address.toLowerCase()) ?? one.status }));
}
