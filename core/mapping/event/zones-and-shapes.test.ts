import { describe, expect, it } from 'vitest';
import type { MapContext } from '../object-map.ts';
import { eventMap } from './index.ts';

/**
 * 40 timed cases and the whole days. The expected instants were not made by this code: they come from Python's zoneinfo, a time in a gap
 * read as the later one, a time that is twice there as the earlier one.
 */
const mailbox = (zone: string): MapContext => ({
  ...{ tenantId: 't', mailboxId: 'm', addresses: [], salesforceUserId: 'u', hash: (text: string) => text },
  zone,
});

function outlookWhen(zone: string, raw: Record<string, unknown>): unknown {
  const reading = eventMap.fromOutlook({ id: 'a', subject: 's', ...raw }, mailbox(zone));
  return reading.ok ? reading.fields.when : reading.problem.message;
}

const timed = `
W. Europe Standard Time | winter of the north | 2026-01-15T09:00:00 | 2026-01-15T10:30:00 | 2026-01-15T08:00:00Z/2026-01-15T09:30:00Z
W. Europe Standard Time | over midnight | 2026-07-03T23:30:00 | 2026-07-04T00:30:00 | 2026-07-03T21:30:00Z/2026-07-03T22:30:00Z
W. Europe Standard Time | through Europe's clock change | 2026-03-28T20:00:00 | 2026-03-29T20:00:00 | 2026-03-28T19:00:00Z/2026-03-29T18:00:00Z
Eastern Standard Time | winter of the north | 2026-01-15T09:00:00 | 2026-01-15T10:30:00 | 2026-01-15T14:00:00Z/2026-01-15T15:30:00Z
Eastern Standard Time | over midnight | 2026-07-03T23:30:00 | 2026-07-04T00:30:00 | 2026-07-04T03:30:00Z/2026-07-04T04:30:00Z
Eastern Standard Time | through Europe's clock change | 2026-03-28T20:00:00 | 2026-03-29T20:00:00 | 2026-03-29T00:00:00Z/2026-03-30T00:00:00Z
India Standard Time | winter of the north | 2026-01-15T09:00:00 | 2026-01-15T10:30:00 | 2026-01-15T03:30:00Z/2026-01-15T05:00:00Z
India Standard Time | over midnight | 2026-07-03T23:30:00 | 2026-07-04T00:30:00 | 2026-07-03T18:00:00Z/2026-07-03T19:00:00Z
India Standard Time | through Europe's clock change | 2026-03-28T20:00:00 | 2026-03-29T20:00:00 | 2026-03-28T14:30:00Z/2026-03-29T14:30:00Z
Nepal Standard Time | winter of the north | 2026-01-15T09:00:00 | 2026-01-15T10:30:00 | 2026-01-15T03:15:00Z/2026-01-15T04:45:00Z
Nepal Standard Time | over midnight | 2026-07-03T23:30:00 | 2026-07-04T00:30:00 | 2026-07-03T17:45:00Z/2026-07-03T18:45:00Z
Nepal Standard Time | through Europe's clock change | 2026-03-28T20:00:00 | 2026-03-29T20:00:00 | 2026-03-28T14:15:00Z/2026-03-29T14:15:00Z
Lord Howe Standard Time | winter of the north | 2026-01-15T09:00:00 | 2026-01-15T10:30:00 | 2026-01-14T22:00:00Z/2026-01-14T23:30:00Z
Lord Howe Standard Time | over midnight | 2026-07-03T23:30:00 | 2026-07-04T00:30:00 | 2026-07-03T13:00:00Z/2026-07-03T14:00:00Z
Lord Howe Standard Time | through Europe's clock change | 2026-03-28T20:00:00 | 2026-03-29T20:00:00 | 2026-03-28T09:00:00Z/2026-03-29T09:00:00Z
Newfoundland Standard Time | winter of the north | 2026-01-15T09:00:00 | 2026-01-15T10:30:00 | 2026-01-15T12:30:00Z/2026-01-15T14:00:00Z
Newfoundland Standard Time | over midnight | 2026-07-03T23:30:00 | 2026-07-04T00:30:00 | 2026-07-04T02:00:00Z/2026-07-04T03:00:00Z
Newfoundland Standard Time | through Europe's clock change | 2026-03-28T20:00:00 | 2026-03-29T20:00:00 | 2026-03-28T22:30:00Z/2026-03-29T22:30:00Z
Line Islands Standard Time | winter of the north | 2026-01-15T09:00:00 | 2026-01-15T10:30:00 | 2026-01-14T19:00:00Z/2026-01-14T20:30:00Z
Line Islands Standard Time | over midnight | 2026-07-03T23:30:00 | 2026-07-04T00:30:00 | 2026-07-03T09:30:00Z/2026-07-03T10:30:00Z
Line Islands Standard Time | through Europe's clock change | 2026-03-28T20:00:00 | 2026-03-29T20:00:00 | 2026-03-28T06:00:00Z/2026-03-29T06:00:00Z
New Zealand Standard Time | winter of the north | 2026-01-15T09:00:00 | 2026-01-15T10:30:00 | 2026-01-14T20:00:00Z/2026-01-14T21:30:00Z
New Zealand Standard Time | over midnight | 2026-07-03T23:30:00 | 2026-07-04T00:30:00 | 2026-07-03T11:30:00Z/2026-07-03T12:30:00Z
New Zealand Standard Time | through Europe's clock change | 2026-03-28T20:00:00 | 2026-03-29T20:00:00 | 2026-03-28T07:00:00Z/2026-03-29T07:00:00Z
E. South America Standard Time | winter of the north | 2026-01-15T09:00:00 | 2026-01-15T10:30:00 | 2026-01-15T12:00:00Z/2026-01-15T13:30:00Z
E. South America Standard Time | over midnight | 2026-07-03T23:30:00 | 2026-07-04T00:30:00 | 2026-07-04T02:30:00Z/2026-07-04T03:30:00Z
E. South America Standard Time | through Europe's clock change | 2026-03-28T20:00:00 | 2026-03-29T20:00:00 | 2026-03-28T23:00:00Z/2026-03-29T23:00:00Z
UTC | winter of the north | 2026-01-15T09:00:00 | 2026-01-15T10:30:00 | 2026-01-15T09:00:00Z/2026-01-15T10:30:00Z
UTC | over midnight | 2026-07-03T23:30:00 | 2026-07-04T00:30:00 | 2026-07-03T23:30:00Z/2026-07-04T00:30:00Z
UTC | through Europe's clock change | 2026-03-28T20:00:00 | 2026-03-29T20:00:00 | 2026-03-28T20:00:00Z/2026-03-29T20:00:00Z
W. Europe Standard Time | in the gap | 2026-03-29T02:30:00 | 2026-03-29T03:30:00 | 2026-03-29T01:30:00Z/2026-03-29T01:30:00Z
W. Europe Standard Time | twice there | 2026-10-25T02:30:00 | 2026-10-25T03:30:00 | 2026-10-25T00:30:00Z/2026-10-25T02:30:00Z
Eastern Standard Time | in the gap | 2026-03-08T02:30:00 | 2026-03-08T03:30:00 | 2026-03-08T07:30:00Z/2026-03-08T07:30:00Z
Eastern Standard Time | twice there | 2026-11-01T01:30:00 | 2026-11-01T02:30:00 | 2026-11-01T05:30:00Z/2026-11-01T07:30:00Z
Lord Howe Standard Time | half an hour twice there | 2026-04-05T01:45:00 | 2026-04-05T02:30:00 | 2026-04-04T14:45:00Z/2026-04-04T16:00:00Z
Europe/Berlin | by an IANA name | 2026-05-05T09:00:00 | 2026-05-05T10:00:00 | 2026-05-05T07:00:00Z/2026-05-05T08:00:00Z
asia/calcutta | by an old IANA name in lower case | 2026-05-05T09:00:00 | 2026-05-05T10:00:00 | 2026-05-05T03:30:00Z/2026-05-05T04:30:00Z
 | no zone, so the mailbox's | 2026-05-05T09:00:00 | 2026-05-05T10:00:00 | 2026-05-05T13:00:00Z/2026-05-05T14:00:00Z
UTC | zero length | 2026-05-05T09:00:00 | 2026-05-05T09:00:00 | 2026-05-05T09:00:00Z/2026-05-05T09:00:00Z
tzone://Microsoft/Utc | leap day of 1600 | 1600-02-29T09:00:00 | 1600-02-29T10:00:00 | 1600-02-29T09:00:00Z/1600-02-29T10:00:00Z
`
  .trim()
  .split('\n')
  .map((row) => row.split('|').map((cell) => cell.trim()) as [string, string, string, string, string]);

describe('timed events', () => {
  it('are forty cases', () => expect(timed).toHaveLength(40));

  it.each(timed)('%s, %s: %s to %s is %s, and stays it', (timeZone, _, start, end, expected) => {
    const times = { start: { dateTime: `${start}.0000000`, timeZone }, end: { dateTime: `${end}.0000000`, timeZone } };
    const when = outlookWhen('America/New_York', { ...times, isAllDay: false, originalStartTimeZone: timeZone });
    expect(when).toBe(expected);
    expect(outlookWhen('Asia/Tokyo', eventMap.toOutlook(['when'], { when: expected }, mailbox('Asia/Tokyo')))).toBe(expected);
  });
});

/** The mailbox's zone, the event's own, first day and day behind the last as Graph sends them, the days meant. */
const days = `
Europe/Berlin | W. Europe Standard Time | 2026-11-22T00:00:00 UTC | 2026-11-23T00:00:00 UTC | 2026-11-22/2026-11-22 | midnights in UTC
Europe/Berlin | W. Europe Standard Time | 2026-11-21T23:00:00 UTC | 2026-11-22T23:00:00 UTC | 2026-11-22/2026-11-22 | midnights of the event as instants
Europe/Berlin | Eastern Standard Time | 2026-11-22T05:00:00 UTC | 2026-11-24T05:00:00 UTC | 2026-11-22/2026-11-23 | a colleague's zone
Asia/Kolkata | tzone://Microsoft/Custom | 2026-11-21T18:30:00 UTC | 2026-11-22T18:30:00 UTC | 2026-11-22/2026-11-22 | no zone: the mailbox's
America/New_York | Eastern Standard Time | 2026-11-22T00:00:00 Eastern Standard Time | 2026-11-25T00:00:00 Eastern Standard Time | 2026-11-22/2026-11-24 | midnights in their own zone
Europe/Berlin | W. Europe Standard Time | 2026-03-28T23:00:00 UTC | 2026-03-29T22:00:00 UTC | 2026-03-29/2026-03-29 | the day of 23 hours
Europe/Berlin | W. Europe Standard Time | 2026-10-24T22:00:00 UTC | 2026-10-25T23:00:00 UTC | 2026-10-25/2026-10-25 | the day of 25 hours
Pacific/Kiritimati | Line Islands Standard Time | 2026-11-21T10:00:00 UTC | 2026-11-22T10:00:00 UTC | 2026-11-22/2026-11-22 | fourteen hours ahead
Africa/Cairo | Egypt Standard Time | 2026-04-23T22:00:00 UTC | 2026-04-24T21:00:00 UTC | 2026-04-24/2026-04-24 | a day that has no midnight
Europe/Berlin | UTC | 2026-11-22 UTC | 2026-11-23 UTC | 2026-11-22/2026-11-22 | dates only
Europe/Berlin | UTC | 2024-02-29T00:00:00 UTC | 2024-03-01T00:00:00 UTC | 2024-02-29/2024-02-29 | a leap day
Europe/Berlin | UTC | 2026-12-31T00:00:00 UTC | 2027-01-02T00:00:00 UTC | 2026-12-31/2027-01-01 | over the year
`
  .trim()
  .split('\n')
  .map((row) => row.split('|').map((cell) => cell.trim()) as [string, string, string, string, string, string]);

describe('whole days', () => {
  const time = (text: string) => {
    const [, dateTime, timeZone] = /^(\S+) (.*)$/.exec(text) ?? [];
    return { dateTime, timeZone };
  };
  it.each(days)('in %s, of %s, from %s to %s are %s (%s)', (zone, originalStartTimeZone, start, end, expected) => {
    expect(outlookWhen(zone, { isAllDay: true, start: time(start), end: time(end), originalStartTimeZone })).toBe(expected);
    const down = eventMap.toOutlook(['when'], { when: expected }, mailbox(zone));
    expect(outlookWhen(zone, { ...down, originalStartTimeZone })).toBe(expected);
  });

  it('stand at midnight UTC in Salesforce, their end is the last day', () => {
    expect(eventMap.toSalesforce(['when'], { when: '2026-11-22/2026-11-23' }, mailbox('America/New_York'))).toEqual({
      IsAllDayEvent: true,
      StartDateTime: '2026-11-22T00:00:00Z',
      EndDateTime: '2026-11-23T00:00:00Z',
    });
  });

  it.each([
    [
      'start and end',
      { StartDateTime: '2026-11-22T00:00:00.000+0000', EndDateTime: '2026-11-23T00:00:00.000+0000', DurationInMinutes: 2_880 },
    ],
    ['date and duration', { ActivityDate: '2026-11-22', DurationInMinutes: 2_880 }],
  ])('are read from %s', (_, raw) => {
    const reading = eventMap.fromSalesforce({ Id: '00U000000000001AAA', IsAllDayEvent: true, ...raw }, mailbox('Pacific/Kiritimati'));
    expect(reading).toMatchObject({ ok: true, fields: { when: '2026-11-22/2026-11-23' } });
  });

  it('go to Outlook in the zone of the mailbox by its Windows name, the end exclusive', () => {
    expect(eventMap.toOutlook(['when'], { when: '2026-11-22/2026-11-23' }, mailbox('Asia/Calcutta'))).toEqual({
      isAllDay: true,
      start: { dateTime: '2026-11-22T00:00:00.0000000', timeZone: 'India Standard Time' },
      end: { dateTime: '2026-11-24T00:00:00.0000000', timeZone: 'India Standard Time' },
    });
  });

  it('count their reminder from midnight of the mailbox', () => {
    const body = eventMap.toSalesforce(
      ['when', 'reminderMinutes'],
      { when: '2026-07-01/2026-07-01', reminderMinutes: 900 },
      mailbox('Europe/Berlin'),
    );
    expect(body.ReminderDateTime).toBe('2026-06-30T07:00:00Z');
  });
});
