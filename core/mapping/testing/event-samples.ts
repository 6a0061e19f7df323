import type { Fields } from '../../model/index.ts';
import { eventMap } from '../event/index.ts';
import type { MapContext } from '../object-map.ts';
import { mailbox } from './mailbox.ts';

type Json = Record<string, unknown>;

/** An event as Graph answers it: 22 November 2026, 9 to 10 UTC, unless the body says otherwise. */
export const graphEvent = (body: Json): Json => ({
  id: 'AAMk1',
  lastModifiedDateTime: '2026-11-22T09:00:00.1234567Z',
  iCalUId: '040000008200E00074C5B7101A82E00800000000207B5D2A3C5CDC01000000000000000010000000AABBCCDD',
  type: 'singleInstance',
  subject: null,
  body: { contentType: 'html', content: '' },
  start: { dateTime: '2026-11-22T09:00:00.0000000', timeZone: 'UTC' },
  end: { dateTime: '2026-11-22T10:00:00.0000000', timeZone: 'UTC' },
  isAllDay: false,
  sensitivity: 'normal',
  ...body,
});

export const salesforceEvent = (body: Json): Json => ({
  Id: '00U000000000001AAA',
  LastModifiedDate: '2026-11-22T09:00:00.000+0000',
  OwnerId: mailbox.salesforceUserId,
  ...{ Subject: null, Location: null, Description: null, ShowAs: 'Busy', IsPrivate: false, IsReminderSet: false, ReminderDateTime: null },
  ...{ IsAllDayEvent: false, StartDateTime: '2026-11-22T09:00:00.000+0000', EndDateTime: '2026-11-22T10:00:00.000+0000', IsChild: false },
  ...body,
});

export function eventOfGraph(body: Json, over: Partial<MapContext> = {}): Fields {
  const reading = eventMap.fromOutlook(graphEvent(body), { ...mailbox, ...over });
  if (!reading.ok) throw new Error(reading.problem.message);
  return reading.fields;
}
export function eventOfSalesforce(body: Json, over: Partial<MapContext> = {}): Fields {
  const reading = eventMap.fromSalesforce(salesforceEvent(body), { ...mailbox, ...over });
  if (!reading.ok) throw new Error(reading.problem.message);
  return reading.fields;
}
