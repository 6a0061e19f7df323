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
  const { cancelled, exceptions, start, end, body, ...rest } = row.body;
  const key = changeKey(call.mailbox.code, row.seq);
  const id = eventId(call, row.no, row.moves);
  return {
    '@odata.etag': `W/"${key}"`,
    id,
    createdDateTime: iso(row.created),
    lastModifiedDateTime: iso(row.modified),
    changeKey: key,
    ...rest,
    originalStart: null,
    hasAttachments: false,
    isDraft: false,
    onlineMeetingUrl: null,
    seriesMasterId: null,
    type: rest.recurrence ? 'seriesMaster' : 'singleInstance',
    webLink: `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(id)}&exvsurl=1&path=/calendar/item`,
    bodyPreview: bodyPreview(body),
    body: renderBody(body, call.prefer.textBody),
    start: renderTime(call, start, rest.isAllDay),
    end: renderTime(call, end, rest.isAllDay),
  };
}

/** All-day events are midnight in whatever zone is asked for; others are converted. */
export function renderTime(call: IdView, utc: string, isAllDay: boolean): { dateTime: string; timeZone: string } {
  const { name, zone } = answerZone(call.prefer);
  return { dateTime: isAllDay ? utc : fromUtc(utc, zone), timeZone: name };
}
