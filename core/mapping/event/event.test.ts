import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fields } from '../../model/index.ts';
import type { MapContext } from '../object-map.ts';
import { cleanLine, cleanText } from '../words/clean-text.ts';
import { cutMark } from '../words/cut-text.ts';
import { addDays } from '../zones/index.ts';
import { eventMap } from './index.ts';

const context: MapContext = {
  tenantId: 't1',
  mailboxId: 'm1',
  addresses: ['ana@contoso.example'],
  salesforceUserId: '005000000000001AAA',
  zone: 'Europe/Berlin',
  hash: (text) => createHash('sha256').update(text).digest('hex'),
};
const all = eventMap.fields.map(({ name }) => name);

const inOutlook = (body: Record<string, unknown>): Record<string, unknown> => ({
  id: 'AAMk1',
  lastModifiedDateTime: '2026-11-22T09:00:00.1234567Z',
  iCalUId: '040000008200E00074C5B7101A82E008',
  type: 'singleInstance',
  subject: null,
  body: { contentType: 'html', content: '' },
  start: { dateTime: '2026-11-22T09:00:00.0000000', timeZone: 'UTC' },
  end: { dateTime: '2026-11-22T10:00:00.0000000', timeZone: 'UTC' },
  isAllDay: false,
  sensitivity: 'normal',
  ...body,
});
const inSalesforce = (body: Record<string, unknown>): Record<string, unknown> => ({
  Id: '00U000000000001AAA',
  LastModifiedDate: '2026-11-22T09:00:00.000+0000',
  OwnerId: context.salesforceUserId,
  ...{ Subject: null, Location: null, Description: null, ShowAs: 'Busy', IsPrivate: false, IsReminderSet: false, ReminderDateTime: null },
  ...{ IsAllDayEvent: false, StartDateTime: '2026-11-22T09:00:00.000+0000', EndDateTime: '2026-11-22T10:00:00.000+0000', IsChild: false },
  ...body,
});
function outlook(raw: unknown, over: Partial<MapContext> = {}): Fields {
  const reading = eventMap.fromOutlook(raw, { ...context, ...over });
  if (!reading.ok) throw new Error(reading.problem.message);
  return reading.fields;
}
function salesforce(raw: unknown, over: Partial<MapContext> = {}): Fields {
  const reading = eventMap.fromSalesforce(raw, { ...context, ...over });
  if (!reading.ok) throw new Error(reading.problem.message);
  return reading.fields;
}

const zone = fc.constantFrom(
  'Europe/Berlin',
  'America/New_York',
  'Pacific/Kiritimati',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Africa/Cairo',
  'UTC',
);
const seconds = (at: Date) => `${at.toISOString().slice(0, 19)}Z`;
const moment = fc.date({ min: new Date('1980-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
const when = fc.oneof(
  fc.tuple(moment, fc.nat(14 * 86_400)).map(([at, length]) => `${seconds(at)}/${seconds(new Date(at.getTime() + length * 1_000))}`),
  fc.tuple(moment, fc.nat(13)).map(([at, days]) => `${at.toISOString().slice(0, 10)}/${addDays(at.toISOString().slice(0, 10), days)}`),
);
const line = fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => cleanLine(text));
const holdable: fc.Arbitrary<Fields> = fc.record({
  subject: line,
  location: line,
  description: fc.string({ unit: 'grapheme', maxLength: 80 }).map((text) => cleanText(text.replaceAll('x', '\n'))),
  when,
  showAs: fc.constantFrom('free', 'busy', 'oof'),
  isPrivate: fc.boolean(),
  reminderMinutes: fc.option(fc.nat(40_320)),
});

describe('there and back', () => {
  it('is the same event through Salesforce', () => {
    fc.assert(
      fc.property(holdable, zone, (fields, name) => {
        const body = eventMap.toSalesforce(all, fields, { ...context, zone: name });
        expect(salesforce(inSalesforce(body), { zone: name })).toEqual(fields);
        expect(eventMap.leftOut('salesforce', all, fields, context)).toEqual([]);
      }),
    );
  });

  it('is the same event through Outlook, and a private one comes back as its redaction', () => {
    fc.assert(
      fc.property(holdable, zone, (fields, name) => {
        const body = eventMap.toOutlook(all, fields, { ...context, zone: name });
        const redacted = { ...fields, subject: 'Private appointment', location: null, description: null };
        expect(outlook(inOutlook(body), { zone: name })).toEqual(fields.isPrivate ? redacted : fields);
        expect(eventMap.leftOut('outlook', all, fields, context)).toEqual([]);
      }),
    );
  });

  it('settles at once, whatever an event of Outlook holds', () => {
    const anything = fc.record({
      subject: fc.option(fc.string({ unit: 'binary', maxLength: 400 })),
      body: fc.record({ contentType: fc.constantFrom('html', 'text'), content: fc.string({ unit: 'binary', maxLength: 200 }) }),
      showAs: fc.constantFrom('free', 'tentative', 'busy', 'oof', 'workingElsewhere', 'unknown', 'unknownFutureValue', null),
      isReminderOn: fc.boolean(),
      reminderMinutesBeforeStart: fc.double({ noNaN: true, noDefaultInfinity: true }),
    });
    fc.assert(
      fc.property(anything, (raw) => {
        const stored = salesforce(inSalesforce(eventMap.toSalesforce(all, outlook(inOutlook(raw)), context)));
        expect(salesforce(inSalesforce(eventMap.toSalesforce(all, stored, context)))).toEqual(stored);
      }),
    );
  });

  it('writes only what changed, and the reminder when the event moves', () => {
    const whole = { ...outlook(inOutlook({ subject: 'Talk', isReminderOn: true, reminderMinutesBeforeStart: 15 })) };
    expect(eventMap.toSalesforce(['subject'], whole, context)).toEqual({ Subject: 'Talk' });
    expect(eventMap.toSalesforce(['when'], whole, context)).toEqual({
      IsAllDayEvent: false,
      StartDateTime: '2026-11-22T09:00:00Z',
      EndDateTime: '2026-11-22T10:00:00Z',
      IsReminderSet: true,
      ReminderDateTime: '2026-11-22T08:45:00Z',
    });
    expect(eventMap.toSalesforce(['when'], { ...whole, reminderMinutes: null }, context)).not.toHaveProperty('IsReminderSet');
    expect(eventMap.toOutlook(['location'], { ...whole, location: null }, context)).toEqual({ location: { displayName: '' } });
  });
});

describe('what both sides hold of a status', () => {
  it.each([
    ['free', 'free', 'Free'],
    ['workingElsewhere', 'free', 'Free'],
    ['busy', 'busy', 'Busy'],
    ['tentative', 'busy', 'Busy'],
    ['unknown', 'busy', 'Busy'],
    ['oof', 'oof', 'OutOfOffice'],
  ])('%s is %s and %s', (raw, field, sent) => {
    const fields = outlook(inOutlook({ showAs: raw }));
    expect(fields.showAs).toBe(field);
    expect(eventMap.toSalesforce(['showAs'], fields, context)).toEqual({ ShowAs: sent });
  });
});

describe('private appointments', () => {
  const secret = {
    subject: 'Zahnarzt Dr. Kowalczyk',
    location: { displayName: 'Praxis Lindenhof' },
    body: { contentType: 'html', content: '<p>Wurzelbehandlung</p>' },
    categories: ['Therapie'],
  };

  it.each(['private', 'personal', 'confidential', 'somethingNew'])(
    'of sensitivity %s keep their words and their time is taken',
    (sensitivity) => {
      const reading = eventMap.fromOutlook(inOutlook({ ...secret, sensitivity }), context);
      expect(reading).toMatchObject({
        ok: true,
        fields: {
          subject: 'Private appointment',
          location: null,
          description: null,
          isPrivate: true,
          when: '2026-11-22T09:00:00Z/2026-11-22T10:00:00Z',
        },
        facts: { private: true, categories: [] },
      });
      expect(JSON.stringify(reading)).not.toMatch(/Kowal|Praxis|Wurzel|Therapie/);
    },
  );

  it('leak no run of four characters of their words', () => {
    const word = fc.string({ unit: 'grapheme-ascii', minLength: 4, maxLength: 40 });
    fc.assert(
      fc.property(word, word, word, fc.constantFrom('private', 'personal', 'confidential'), (subject, place, body, sensitivity) => {
        const raw = {
          subject,
          location: { displayName: place },
          body: { contentType: 'text', content: body },
          bodyPreview: body,
          categories: [place],
        };
        const empty = JSON.stringify(eventMap.fromOutlook(inOutlook({ sensitivity }), context));
        const reading = JSON.stringify(eventMap.fromOutlook(inOutlook({ ...raw, sensitivity }), context));
        for (const text of [subject, place, body]) {
          for (let at = 0; at + 4 <= text.length; at++) {
            const run = text.slice(at, at + 4);
            if (!empty.includes(run)) expect(reading).not.toContain(run);
          }
        }
        expect(reading).toBe(empty);
      }),
    );
  });

  it('are not written over with what Salesforce knows of them', () => {
    const whole = outlook(inOutlook({ ...secret, sensitivity: 'private' }));
    const body = eventMap.toOutlook(['subject', 'location', 'when'], { ...whole, subject: 'X', location: 'Y' }, context);
    expect(Object.keys(body).sort()).toEqual(['end', 'isAllDay', 'start']);
    expect(eventMap.leftOut('outlook', ['subject', 'location', 'when'], whole, context)).toMatchObject([
      { field: 'subject', reason: 'private' },
      { field: 'location', reason: 'private' },
    ]);
  });

  it('are made private by Salesforce, never public', () => {
    const whole = outlook(inOutlook({}));
    expect(eventMap.toOutlook(['isPrivate'], { ...whole, isPrivate: true }, context)).toEqual({ sensitivity: 'private' });
    expect(eventMap.toOutlook(['isPrivate'], { ...whole, isPrivate: false }, context)).toEqual({});
    expect(eventMap.leftOut('outlook', ['isPrivate'], { ...whole, isPrivate: false }, context)).toMatchObject([
      { field: 'isPrivate', reason: 'private' },
    ]);
  });

  it('of Salesforce go down with their words, as private ones', () => {
    const fields = salesforce(inSalesforce({ Subject: 'Dentist', IsPrivate: true }));
    expect(eventMap.toOutlook(all, fields, context)).toMatchObject({ subject: 'Dentist', sensitivity: 'private' });
  });
});

describe('descriptions', () => {
  it('are the readable text of the body', () => {
    const content = '<html><head><style>p{}</style></head><body><p>Agenda</p><ul><li>Budget</li></ul></body></html>';
    expect(outlook(inOutlook({ body: { contentType: 'HTML', content } })).description).toBe('Agenda\n\n- Budget');
    expect(outlook(inOutlook({ body: { contentType: 'text', content: 'a < b\r\nc\u00a0 \r\n' } })).description).toBe('a < b\nc');
    expect(outlook(inOutlook({ body: null })).description).toBeNull();
  });

  it('hold 32,000 characters with the mark, and such a text is not written back', () => {
    const fields = outlook(inOutlook({ body: { contentType: 'text', content: 'word '.repeat(100_000) } }));
    expect(String(fields.description).length).toBeLessThanOrEqual(32_000);
    expect(String(fields.description).endsWith(cutMark)).toBe(true);
    expect(eventMap.toSalesforce(['description'], fields, context)).toEqual({ Description: fields.description });
    expect(eventMap.toOutlook(['description'], fields, context)).toEqual({});
    expect(eventMap.leftOut('outlook', ['description'], fields, context)).toMatchObject([{ field: 'description' }]);
  });

  it.each([
    ['a flag', { isOnlineMeeting: true }],
    ['a link', { onlineMeeting: { joinUrl: 'https://teams.microsoft.com/l/meetup-join/1' } }],
    [
      'a block in the body',
      { body: { contentType: 'html', content: '<a href="https://teams.microsoft.com/l/meetup-join/19%3a">Join</a>' } },
    ],
    ["another service's block", { body: { contentType: 'text', content: 'Join: https://contoso.zoom.us/j/123' } }],
  ])('belong to an online meeting told by %s', (_, raw) => {
    expect(eventMap.fromOutlook(inOutlook(raw), context).facts.onlineMeeting).toBe(true);
    expect(eventMap.fromOutlook(inOutlook({}), context).facts.onlineMeeting).toBe(false);
  });
});

describe('facts', () => {
  const person = (address: string | null) => ({ emailAddress: { name: 'x', address } });

  it('list everybody invited but the organizer, once', () => {
    const raw = inOutlook({
      organizer: person('Boss@Contoso.example'),
      attendees: [person('boss@contoso.example'), person('A@x.example'), person('a@x.example'), person(null), null],
      isOrganizer: false,
      isCancelled: true,
      categories: ['Salesforce'],
    });
    expect(eventMap.fromOutlook(raw, context).facts).toMatchObject({
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
    expect(eventMap.fromOutlook(inOutlook({ attendees }), context).facts.attendees).toHaveLength(10_000);
  });

  it('begin and end whole days at midnight of the mailbox', () => {
    const day = {
      isAllDay: true,
      start: { dateTime: '2026-07-01T00:00:00.0000000', timeZone: 'UTC' },
      end: { dateTime: '2026-07-02T00:00:00.0000000', timeZone: 'UTC' },
    };
    expect(eventMap.fromOutlook(inOutlook(day), context).facts).toMatchObject({
      start: '2026-06-30T22:00:00.000Z',
      end: '2026-07-01T22:00:00.000Z',
    });
  });

  it('know a child event and a series of Salesforce', () => {
    expect(eventMap.fromSalesforce(inSalesforce({ IsChild: true }), context).facts.isOrganizer).toBe(false);
    expect(eventMap.fromSalesforce(inSalesforce({ IsRecurrence: true }), context).facts.type).toBe('seriesMaster');
    expect(eventMap.fromSalesforce(inSalesforce({ RecurrenceActivityId: '00U000000000002AAA' }), context).facts.type).toBe('occurrence');
  });
});

describe('the key', () => {
  const keyOf = (body: Record<string, unknown>, over: Partial<MapContext> = {}) =>
    eventMap.fromOutlook(inOutlook(body), { ...context, ...over }).facts.keys[0];

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

  it('is what Salesforce carries, and the item itself where there is no iCalUId', () => {
    const reading = eventMap.fromOutlook(inOutlook({}), context);
    const key = eventMap.key('AAMk1', reading.facts, context);
    expect(eventMap.fromSalesforce(inSalesforce({ Lockstep_Key__c: key.toUpperCase() }), context).facts.keys).toEqual([`key:${key}`]);
    expect(eventMap.fromSalesforce(inSalesforce({ Lockstep_Key__c: 'mine' }), context).facts.keys).toEqual([]);
    const bare = eventMap.fromOutlook(inOutlook({ iCalUId: null }), context);
    expect(bare.facts.keys).toEqual([]);
    expect(eventMap.key('AAMk1', bare.facts, context)).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('nasty input', () => {
  const at = (dateTime: string, timeZone: string | null = 'UTC') => ({ dateTime, timeZone });

  it.each([
    ['null', null, null],
    ['no start', inOutlook({ start: null }), 'start'],
    ['a start of words', inOutlook({ start: at('tomorrow') }), 'start'],
    ['a day that is none', inOutlook({ start: at('2026-02-30T09:00:00') }), 'start'],
    ['a zone that nobody knows', inOutlook({ start: at('2026-11-22T09:00:00', 'Customized Time Zone') }), 'start'],
    ['a reversed event', inOutlook({ end: at('2026-11-21T09:00:00') }), 'end'],
    ['a reversed all-day event', inOutlook({ isAllDay: true, start: at('2026-11-22T00:00:00'), end: at('2026-11-20T00:00:00') }), 'end'],
    ['an occurrence with its time only', inOutlook({ subject: undefined, body: undefined }), 'subject'],
    ['a number for a subject', inOutlook({ subject: 5 }), 'subject'],
    ['a type that does not exist', inOutlook({ type: 'meeting' }), 'type'],
  ])('%s is unreadable, not an exception', (_, raw, field) => {
    expect(eventMap.fromOutlook(raw, context)).toMatchObject({ ok: false, problem: { reason: 'unreadable', field } });
  });

  it.each([
    ['no start', inSalesforce({ StartDateTime: null, EndDateTime: null }), 'StartDateTime'],
    ['a reversed event', inSalesforce({ EndDateTime: '2026-11-21T10:00:00.000+0000' }), 'EndDateTime'],
    ['a negative duration', inSalesforce({ DurationInMinutes: -5 }), 'DurationInMinutes'],
    ['an all-day event without a date', inSalesforce({ IsAllDayEvent: true, StartDateTime: null }), 'ActivityDate'],
  ])('of Salesforce: %s', (_, raw, field) => {
    expect(eventMap.fromSalesforce(raw, context)).toMatchObject({ ok: false, problem: { reason: 'unreadable', field } });
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
    const fields = outlook(inOutlook({ ...raw, isReminderOn: true, reminderMinutesBeforeStart: 15 }));
    const body = eventMap.toSalesforce(all, fields, context);
    expect(body).not.toHaveProperty('StartDateTime');
    expect(eventMap.leftOut('salesforce', all, fields, context)).toMatchObject([
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
    expect(outlook(inOutlook(raw)).when).toBe(expected);
  });

  it('throws at nothing', () => {
    const odd = fc.record({ start: fc.anything(), end: fc.anything(), isAllDay: fc.boolean(), body: fc.anything() });
    fc.assert(
      fc.property(fc.anything(), odd, fc.string(), (raw, parts, text) => {
        eventMap.fromOutlook(raw, context);
        eventMap.fromSalesforce(raw, context);
        eventMap.fromOutlook(inOutlook(parts), context);
        eventMap.fromOutlook(inOutlook({ start: at(text, text) }), { ...context, zone: text });
        eventMap.toSalesforce(all, { when: text, reminderMinutes: Number.NaN }, { ...context, zone: text });
        eventMap.toOutlook(all, { when: text, reminderMinutes: 1e300 }, { ...context, zone: text });
      }),
    );
  });
});
