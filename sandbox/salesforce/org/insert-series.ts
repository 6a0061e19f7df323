import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { toDatetime } from '../datetime.ts';
import { refused } from '../salesforce-error.ts';
import type { Org } from './org.ts';
import { createRecord } from './save-record.ts';
import type { Writer } from './writer.ts';

export interface SeriesInput {
  /** An Event's own fields; start and end are those of the first meeting. */
  fields: Record<string, unknown>;
  /** RFC 5545, without DTSTART: "FREQ=WEEKLY;COUNT=4". */
  rule: string;
  /** IANA name. */
  zone: string;
  /** Made in Salesforce Classic (IsRecurrence) or in Lightning (IsRecurrence2). */
  kind: 'classic' | 'lightning';
}

/** What Salesforce makes at most of a daily series at once; it makes no endless ones. */
const most = 100;

/**
 * What a person makes in Salesforce's calendar: a pattern row that no calendar shows, and an event of its own for each meeting. The API
 * itself makes none here. That a Lightning pattern is told by GroupEventType 3 is documented; what its occurrences carry is not.
 */
export function insertSeries(org: Org, { fields, rule, zone, kind }: SeriesInput, writer: Writer): { pattern: string; meetings: string[] } {
  const type = org.type('Event');
  const from = Temporal.Instant.from(String(fields.StartDateTime));
  const length = Temporal.Instant.from(String(fields.EndDateTime)).epochMilliseconds - from.epochMilliseconds;
  const options = new RRuleTemporal({ rruleString: `RRULE:${rule}`, dtstart: from.toZonedDateTimeISO(zone) });
  if (!/COUNT|UNTIL/.test(rule)) throw refused('FIELD_INTEGRITY_EXCEPTION', 'a recurring event needs an end', ['RecurrenceEndDateOnly']);
  const starts = options.all((_, place) => place < most).map((start) => start.toInstant().epochMilliseconds);
  const mark: Record<string, string | boolean> =
    kind === 'classic' ? { IsRecurrence: true } : { IsRecurrence2: true, GroupEventType: '3', Recurrence2PatternText: `RRULE:${rule}` };
  const add = (more: Record<string, string | boolean>, at: number): string => {
    const times = { StartDateTime: toDatetime(at), EndDateTime: toDatetime(at + length) };
    const id = createRecord(org, type, { ...fields, ...times }, writer);
    const row = org.find(id);
    if (row) org.put(type, { ...row, ...more });
    return id;
  };
  const pattern = add(mark, from.epochMilliseconds);
  const meeting = { RecurrenceActivityId: pattern, ...(kind === 'lightning' ? { IsRecurrence2: true } : {}) };
  return { pattern, meetings: starts.map((at) => add(meeting, at)) };
}
