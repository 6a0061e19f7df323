import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventOfGraph, eventOfSalesforce, graphEvent } from '../testing/event-samples.ts';
import { holdableEvent, someZone } from '../testing/holdable-event.ts';
import { mailbox } from '../testing/mailbox.ts';
import { cutMark } from '../words/cut-text.ts';
import { eventMap } from './index.ts';

const all = eventMap.fields.map(({ name }) => name);
describe('there and back', () => {
  it('is the same event through Salesforce', () => {
    fc.assert(
      fc.property(holdableEvent, someZone, (fields, name) => {
        const body = eventMap.toSalesforce(all, fields, { ...mailbox, zone: name });
        expect(eventOfSalesforce(body, { zone: name })).toEqual(fields);
        expect(eventMap.leftOut('salesforce', all, fields, mailbox)).toEqual([]);
      }),
    );
  });

  it('is the same event through Outlook, and a private one comes back as its redaction', () => {
    fc.assert(
      fc.property(holdableEvent, someZone, (fields, name) => {
        const body = eventMap.toOutlook(all, fields, { ...mailbox, zone: name });
        const redacted = { ...fields, subject: 'Private appointment', location: null, description: null };
        expect(eventOfGraph(body, { zone: name })).toEqual(fields.isPrivate ? redacted : fields);
        expect(eventMap.leftOut('outlook', all, fields, mailbox)).toEqual([]);
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
        const stored = eventOfSalesforce(eventMap.toSalesforce(all, eventOfGraph(raw), mailbox));
        expect(eventOfSalesforce(eventMap.toSalesforce(all, stored, mailbox))).toEqual(stored);
      }),
    );
  });

  it('writes only what changed, and the reminder when the event moves', () => {
    const whole = { ...eventOfGraph({ subject: 'Talk', isReminderOn: true, reminderMinutesBeforeStart: 15 }) };
    expect(eventMap.toSalesforce(['subject'], whole, mailbox)).toEqual({ Subject: 'Talk' });
    expect(eventMap.toSalesforce(['when'], whole, mailbox)).toEqual({
      IsAllDayEvent: false,
      StartDateTime: '2026-11-22T09:00:00Z',
      EndDateTime: '2026-11-22T10:00:00Z',
      IsReminderSet: true,
      ReminderDateTime: '2026-11-22T08:45:00Z',
    });
    expect(eventMap.toSalesforce(['when'], { ...whole, reminderMinutes: null }, mailbox)).not.toHaveProperty('IsReminderSet');
    expect(eventMap.toOutlook(['location'], { ...whole, location: null }, mailbox)).toEqual({ location: { displayName: '' } });
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
    const fields = eventOfGraph({ showAs: raw });
    expect(fields.showAs).toBe(field);
    expect(eventMap.toSalesforce(['showAs'], fields, mailbox)).toEqual({ ShowAs: sent });
  });
});

describe('descriptions', () => {
  it('are the readable text of the body', () => {
    const content = '<html><head><style>p{}</style></head><body><p>Agenda</p><ul><li>Budget</li></ul></body></html>';
    expect(eventOfGraph({ body: { contentType: 'HTML', content } }).description).toBe('Agenda\n\n- Budget');
    expect(eventOfGraph({ body: { contentType: 'text', content: 'a < b\r\nc\u00a0 \r\n' } }).description).toBe('a < b\nc');
    expect(eventOfGraph({ body: null }).description).toBeNull();
  });

  it('hold 32,000 characters with the mark, and such a text is not written back', () => {
    const fields = eventOfGraph({ body: { contentType: 'text', content: 'word '.repeat(100_000) } });
    expect(String(fields.description).length).toBeLessThanOrEqual(32_000);
    expect(String(fields.description).endsWith(cutMark)).toBe(true);
    expect(eventMap.toSalesforce(['description'], fields, mailbox)).toEqual({ Description: fields.description });
    expect(eventMap.toOutlook(['description'], fields, mailbox)).toEqual({});
    expect(eventMap.leftOut('outlook', ['description'], fields, mailbox)).toMatchObject([{ field: 'description' }]);
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
    expect(eventMap.fromOutlook(graphEvent(raw), mailbox).facts.onlineMeeting).toBe(true);
    expect(eventMap.fromOutlook(graphEvent({}), mailbox).facts.onlineMeeting).toBe(false);
  });
});
