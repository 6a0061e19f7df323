import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MapContext } from '../object-map.ts';
import { eventOfGraph, graphEvent, salesforceEvent } from '../testing/event-samples.ts';
import { mailbox } from '../testing/mailbox.ts';
import { eventMap } from './index.ts';

const all = eventMap.fields.map(({ name }) => name);

describe('facts', () => {
  const person = (address: string | null) => ({ emailAddress: { name: 'x', address } });

  it('list everybody invited but the organizer, once', () => {
    const raw = graphEvent({
      organizer: person('Boss@Contoso.example'),
      attendees: [person('boss@contoso.example'), person('A@x.example'), person('a@x.example'), person(null), null],
      isOrganizer: false,
      isCancelled: true,
      categories: ['Salesforce'],
    });
    expect(eventMap.fromOutlook(raw, mailbox).facts).toMatchObject({
      modifiedAt: '2026-11-22T09:00:00.123Z',
      organizer: 'boss@contoso.example',
      isOrganizer: false,
      attendees: ['a@x.example'],
      cancelled: true,
      categories: ['Salesforce'],
      start: '2026-11-22T09:00:00.000Z',
      end: '2026-11-22T10:00:00.000Z',
      type: 'singleInstance',
    });
  });

  it('survive ten thousand attendees', () => {
    const attendees = Array.from({ length: 10_000 }, (_, index) => person(`p${index}@x.example`));
    expect(eventMap.fromOutlook(graphEvent({ attendees }), mailbox).facts.attendees).toHaveLength(10_000);
  });

  it('begin and end whole days at midnight of the mailbox', () => {
    const day = {
      isAllDay: true,
      start: { dateTime: '2026-07-01T00:00:00.0000000', timeZone: 'UTC' },
      end: { dateTime: '2026-07-02T00:00:00.0000000', timeZone: 'UTC' },
    };
    expect(eventMap.fromOutlook(graphEvent(day), mailbox).facts).toMatchObject({
      start: '2026-06-30T22:00:00.000Z',
      end: '2026-07-01T22:00:00.000Z',
    });
  });

  it('know a child event and a series of Salesforce', () => {
    expect(eventMap.fromSalesforce(salesforceEvent({ IsChild: true }), mailbox).facts.isOrganizer).toBe(false);
    expect(eventMap.fromSalesforce(salesforceEvent({ IsRecurrence: true }), mailbox).facts.type).toBe('seriesMaster');
    expect(eventMap.fromSalesforce(salesforceEvent({ RecurrenceActivityId: '00U000000000002AAA' }), mailbox).facts.type).toBe('occurrence');
  });
});

describe('the key', () => {
  const keyOf = (body: Record<string, unknown>, over: Partial<MapContext> = {}) =>
    eventMap.fromOutlook(graphEvent(body), { ...mailbox, ...over }).facts.keys[0];

  it('is the same from every mailbox of the tenant and after the meeting has moved', () => {
    const moved = {
      start: { dateTime: '2026-12-01T09:00:00', timeZone: 'UTC' },
      end: { dateTime: '2026-12-01T10:00:00', timeZone: 'UTC' },
    };
    expect(keyOf({})).toMatch(/^key:[0-9a-f]{64}$/);
    expect(keyOf(moved, { mailboxId: 'm2' })).toBe(keyOf({}));
    expect(keyOf({}, { tenantId: 't2' })).not.toBe(keyOf({}));
  });

  it('differs between occurrences and stays with a moved one', () => {
    const first = { type: 'occurrence', originalStart: '2026-11-22T09:00:00Z' };
    expect(keyOf({ ...first, type: 'exception', start: { dateTime: '2026-11-22T08:00:00', timeZone: 'UTC' } })).toBe(keyOf(first));
    expect(keyOf({ ...first, originalStart: '2026-11-29T09:00:00Z' })).not.toBe(keyOf(first));
    expect(keyOf({ type: 'occurrence', originalStart: null })).toBe(keyOf(first));
  });

  it('is that of the series, though Graph dates the iCalUId of each occurrence', () => {
    const rest = '207B5D2A3C5CDC01000000000000000010000000AABBCCDD';
    const first = { type: 'occurrence', originalStart: '2026-11-22T09:00:00Z' };
    expect(keyOf({ ...first, iCalUId: `040000008200E00074C5B7101A82E00807EA0B16${rest}` })).toBe(keyOf(first));
    expect(keyOf({ ...first, iCalUId: `040000008200E00074C5B7101A82E00807EA0B16${rest}FF` })).not.toBe(keyOf(first));
    expect(keyOf({ iCalUId: 'abc@google.com' })).not.toBe(keyOf({ iCalUId: 'ABC@google.com' }));
  });

  it('is what Salesforce carries, and the item itself where there is no iCalUId', () => {
    const reading = eventMap.fromOutlook(graphEvent({}), mailbox);
    const key = eventMap.key('AAMk1', reading.facts, mailbox);
    expect(eventMap.fromSalesforce(salesforceEvent({ Lockstep_Key__c: key.toUpperCase() }), mailbox).facts.keys).toEqual([`key:${key}`]);
    expect(eventMap.fromSalesforce(salesforceEvent({ Lockstep_Key__c: 'mine' }), mailbox).facts.keys).toEqual([]);
    const bare = eventMap.fromOutlook(graphEvent({ iCalUId: null }), mailbox);
    expect(bare.facts.keys).toEqual([]);
    expect(eventMap.key('AAMk1', bare.facts, mailbox)).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('nasty input', () => {
  const at = (dateTime: string, timeZone: string | null = 'UTC') => ({ dateTime, timeZone });

  it.each([
    ['null', null, null],
    ['no start', graphEvent({ start: null }), 'start'],
    ['a start of words', graphEvent({ start: at('tomorrow') }), 'start'],
    ['a day that is none', graphEvent({ start: at('2026-02-30T09:00:00') }), 'start'],
    ['a zone that nobody knows', graphEvent({ start: at('2026-11-22T09:00:00', 'Customized Time Zone') }), 'start'],
    ['a reversed event', graphEvent({ end: at('2026-11-21T09:00:00') }), 'end'],
    ['a reversed all-day event', graphEvent({ isAllDay: true, start: at('2026-11-22T00:00:00'), end: at('2026-11-20T00:00:00') }), 'end'],
    ['an occurrence with its time only', graphEvent({ subject: undefined, body: undefined }), 'subject'],
    ['a number for a subject', graphEvent({ subject: 5 }), 'subject'],
    ['a type that does not exist', graphEvent({ type: 'meeting' }), 'type'],
  ])('%s is unreadable, not an exception', (_, raw, field) => {
    expect(eventMap.fromOutlook(raw, mailbox)).toMatchObject({ ok: false, problem: { reason: 'unreadable', field } });
  });

  it.each([
    ['no start', salesforceEvent({ StartDateTime: null, EndDateTime: null }), 'StartDateTime'],
    ['a reversed event', salesforceEvent({ EndDateTime: '2026-11-21T10:00:00.000+0000' }), 'EndDateTime'],
    ['a negative duration', salesforceEvent({ DurationInMinutes: -5 }), 'DurationInMinutes'],
    ['an all-day event without a date', salesforceEvent({ IsAllDayEvent: true, StartDateTime: null }), 'ActivityDate'],
  ])('of Salesforce: %s', (_, raw, field) => {
    expect(eventMap.fromSalesforce(raw, mailbox)).toMatchObject({ ok: false, problem: { reason: 'unreadable', field } });
  });

  it.each([
    ['15 days', { end: at('2026-12-07T09:00:00') }, /at most 14 days, this one has 15/],
    [
      '15 whole days',
      { isAllDay: true, start: at('2026-11-01T00:00:00'), end: at('2026-11-16T00:00:00') },
      /at most 14 days, this one has 15/,
    ],
    ['year 1600', { start: at('1600-01-01T09:00:00'), end: at('1600-01-01T10:00:00') }, /from 1700-01-01 to 4000-12-31/],
    ['year 4500', { start: at('4500-01-01T09:00:00'), end: at('4500-01-01T10:00:00') }, /from 1700-01-01 to 4000-12-31/],
  ])('%s is read, and said to be more than Salesforce holds', (_, raw, message) => {
    const fields = eventOfGraph({ ...raw, isReminderOn: true, reminderMinutesBeforeStart: 15 });
    const body = eventMap.toSalesforce(all, fields, mailbox);
    expect(body).not.toHaveProperty('StartDateTime');
    expect(eventMap.leftOut('salesforce', all, fields, mailbox)).toMatchObject([
      { field: 'when', required: true, message: expect.stringMatching(message) },
    ]);
  });

  it.each([
    ['a zero-length event', { end: at('2026-11-22T09:00:00') }, '2026-11-22T09:00:00Z/2026-11-22T09:00:00Z'],
    ['a zero-length day', { isAllDay: true, start: at('2026-11-22T00:00:00'), end: at('2026-11-22T00:00:00') }, '2026-11-22/2026-11-22'],
    ['parts of a second', { start: at('2026-11-22T09:00:00.9999999') }, '2026-11-22T09:00:00Z/2026-11-22T10:00:00Z'],
    [
      'an offset in the text',
      { start: at('2026-11-22T10:00:00+01:00'), end: at('2026-11-22T10:00:00Z') },
      '2026-11-22T09:00:00Z/2026-11-22T10:00:00Z',
    ],
  ])('%s is read', (_, raw, expected) => {
    expect(eventOfGraph(raw).when).toBe(expected);
  });

  it('throws at nothing', () => {
    const odd = fc.record({ start: fc.anything(), end: fc.anything(), isAllDay: fc.boolean(), body: fc.anything() });
    fc.assert(
      fc.property(fc.anything(), odd, fc.string(), (raw, parts, text) => {
        eventMap.fromOutlook(raw, mailbox);
        eventMap.fromSalesforce(raw, mailbox);
        eventMap.fromOutlook(graphEvent(parts), mailbox);
        eventMap.fromOutlook(graphEvent({ start: at(text, text) }), { ...mailbox, zone: text });
        eventMap.toSalesforce(all, { when: text, reminderMinutes: Number.NaN }, { ...mailbox, zone: text });
        eventMap.toOutlook(all, { when: text, reminderMinutes: 1e300 }, { ...mailbox, zone: text });
      }),
    );
  });
});
