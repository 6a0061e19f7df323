import type { MailboxCall } from '../http/call.ts';
import { changeKey } from '../ids/change-key.ts';
import { encodeItemId } from '../ids/item-id.ts';
import { iso } from '../odata/iso.ts';
import type { Row } from '../store/row.ts';
import { answerZone } from '../zones/answer-zone.ts';
import { fromUtc } from '../zones/local-time.ts';
import type { EventBody } from './event-body.ts';
import { bodyPreview, renderBody } from './html-body.ts';

type IdView = Pick<MailboxCall, 'mailbox' | 'prefer'>;

export function eventId(call: IdView, no: number, moves: number, day?: number): string {
  return encodeItemId(call.mailbox.code, { kind: 'event', no, moves: call.prefer.immutableId ? undefined : moves, day });
}

export function renderEvent(call: MailboxCall, row: Row<EventBody>): Record<string, unknown> {
  const { cancelled, exceptions, occurrence, start, end, body, ...rest } = row.body;
  const key = changeKey(call.mailbox.code, row.seq);
  const id = eventId(call, row.no, row.moves, occurrence?.day);
  return {
    '@odata.etag': `W/"${key}"`,
    id,
    createdDateTime: iso(row.created),
    lastModifiedDateTime: iso(row.modified),
    changeKey: key,
    ...rest,
    originalStart: occurrence ? `${occurrence.planned.slice(0, 19)}Z` : null,
    hasAttachments: false,
    isDraft: false,
    onlineMeetingUrl: null,
    seriesMasterId: occurrence ? eventId(call, row.no, row.moves) : null,
    type: eventKind(row.body),
    webLink: `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(id)}&exvsurl=1&path=/calendar/item`,
    bodyPreview: bodyPreview(body),
    body: renderBody(body, call.prefer.textBody),
    start: renderTime(call, start, rest.isAllDay),
    end: renderTime(call, end, rest.isAllDay),
  };
}

export function eventKind({ recurrence, occurrence }: EventBody): string {
  if (occurrence) return occurrence.isException ? 'exception' : 'occurrence';
  return recurrence ? 'seriesMaster' : 'singleInstance';
}

/** What delta shows of an occurrence: no subject, body or attendees; those are the series master's. */
export function renderSparse(call: MailboxCall, row: Row<EventBody>): Record<string, unknown> {
  const { start, end, isAllDay, occurrence } = row.body;
  return {
    '@odata.etag': `W/"${changeKey(call.mailbox.code, row.seq)}"`,
    id: eventId(call, row.no, row.moves, occurrence?.day),
    seriesMasterId: eventId(call, row.no, row.moves),
    type: 'occurrence',
    start: renderTime(call, start, isAllDay),
    end: renderTime(call, end, isAllDay),
  };
}

/** All-day events are midnight in whatever zone is asked for; others are converted. */
function renderTime(call: IdView, utc: string, isAllDay: boolean): { dateTime: string; timeZone: string } {
  const { name, zone } = answerZone(call.prefer);
  return { dateTime: isAllDay ? utc : fromUtc(utc, zone), timeZone: name };
}
