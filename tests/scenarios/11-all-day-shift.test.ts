import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { minutes, openScene, type Scene, written } from '../scene/index.ts';

/** Both naming schemes, halves and quarters of hours, both hemispheres, both ends of the day. The second name is for the test's own arithmetic. */
const zones = [
  ['W. Europe Standard Time', 'Europe/Berlin'],
  ['Eastern Standard Time', 'America/New_York'],
  ['Asia/Kolkata', 'Asia/Kolkata'],
  ['Nepal Standard Time', 'Asia/Kathmandu'],
  ['Lord Howe Standard Time', 'Australia/Lord_Howe'],
  ['America/St_Johns', 'America/St_Johns'],
  ['Pacific/Kiritimati', 'Pacific/Kiritimati'],
  ['UTC', 'UTC'],
] as const;

interface Case {
  name: string;
  zone: string;
  allDay: boolean;
  /** Wall times in the zone. */
  start: Temporal.PlainDateTime;
  end: Temporal.PlainDateTime;
  /** What Salesforce must hold. */
  expected: { from: string; to: string };
}

function casesOf(now: number): Case[] {
  return zones.flatMap(([zone, iana]) => {
    const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(iana);
    const day = today.toPlainDate().add({ days: 10 });
    // The last evening before the clocks change, or just some evening where they never do.
    const change = today.getTimeZoneTransition('next')?.toPlainDate().subtract({ days: 1 }) ?? day.add({ days: 30 });
    const timed = (name: string, start: Temporal.PlainDateTime, end: Temporal.PlainDateTime): Case => {
      const instant = (wall: Temporal.PlainDateTime) => wall.toZonedDateTime(iana).toInstant().toString();
      return { name: `${name}, ${zone}`, zone, allDay: false, start, end, expected: { from: instant(start), to: instant(end) } };
    };
    const whole = (name: string, first: Temporal.PlainDate, length: number): Case => {
      const [start, end] = [first.toPlainDateTime(), first.add({ days: length }).toPlainDateTime()];
      const expected = { from: `${first}T00:00:00Z`, to: `${first.add({ days: length - 1 })}T00:00:00Z` };
      return { name: `${name}, ${zone}`, zone, allDay: true, start, end, expected };
    };
    const at = (date: Temporal.PlainDate, time: string) => date.toPlainDateTime(time);
    return [
      timed('ninety minutes', at(day, '09:00'), at(day, '10:30')),
      timed('over midnight', at(day, '23:30'), at(day.add({ days: 1 }), '00:30')),
      timed('through the clock change', at(change, '20:00'), at(change.add({ days: 1 }), '20:00')),
      whole('a whole day', day, 1),
      whole('three whole days over the clock change', change, 3),
    ];
  });
}

let scene: Scene;
let cases: Case[];
const ann = () => scene.people[0]!;
const time = (wall: Temporal.PlainDateTime, timeZone: string) => ({ dateTime: wall.toString({ smallestUnit: 'second' }), timeZone });
const bodyOf = ({ name, zone, allDay, start, end }: Case) => ({
  subject: name,
  isAllDay: allDay,
  start: time(start, zone),
  end: time(end, zone),
});
const plain = (value: unknown) => new Date(String(value)).toISOString().replace('.000', '');
const held = () =>
  new Map(
    scene
      .records('Event')
      .map((row) => [String(row.Subject), { from: plain(row.StartDateTime), to: plain(row.EndDateTime), allDay: row.IsAllDayEvent }]),
  );
const inOutlook = () =>
  new Map(
    ann()
      .mailbox.events()
      .map((event) => [String(event.subject), { start: event.start, end: event.end, isAllDay: event.isAllDay }]),
  );

beforeAll(async () => {
  scene = await openScene({ settings: { 'event.window.daysAhead': 400 } });
  cases = casesOf(scene.desk.clock.now());
  for (const one of cases) ann().mailbox.addEvent(bodyOf(one));
});
afterAll(() => scene.close());

describe('forty events, of each zone five shapes', () => {
  it('stand in Salesforce at the instant or on the days meant, and the next sync writes nothing', async () => {
    expect(cases).toHaveLength(40);
    await scene.settle();
    const records = held();
    for (const { name, expected, allDay } of cases) expect([name, records.get(name)]).toEqual([name, { ...expected, allDay }]);
    expect(written(await scene.sync())).toBe(0);
  });

  it('come back as they were after a day later and a day earlier, each on one side', async () => {
    const before = inOutlook();
    for (const row of scene.records('Event')) {
      const next = (value: unknown) => new Date(Date.parse(String(value)) + 86_400_000).toISOString();
      const times = { StartDateTime: next(row.StartDateTime), EndDateTime: next(row.EndDateTime) };
      scene.salesforce.org.update('Event', String(row.Id), times, ann().salesforceId);
    }
    scene.advance(31 * minutes);
    await scene.settle();
    const moved = inOutlook();
    for (const { name } of cases) expect(moved.get(name)).not.toEqual(before.get(name));
    for (const event of ann().mailbox.events()) {
      const found = cases.find((one) => one.name === event.subject)!;
      const { subject: _, ...times } = bodyOf(found);
      ann().mailbox.updateEvent(event.id, times);
    }
    scene.advance(31 * minutes);
    await scene.settle();
    expect(inOutlook()).toEqual(before);
    const records = held();
    for (const { name, expected, allDay } of cases) expect([name, records.get(name)]).toEqual([name, { ...expected, allDay }]);
    expect(written(await scene.sync())).toBe(0);
  });
});

describe('weekly series over the clock change', () => {
  it('keep their hour on the wall of their own zone, whole days their date', async () => {
    const wanted = new Map<string, string[]>();
    for (const [zone, iana] of zones) {
      const now = Temporal.Instant.fromEpochMilliseconds(scene.desk.clock.now()).toZonedDateTimeISO(iana);
      const change = now.getTimeZoneTransition('next') ?? now.add({ weeks: 4 });
      const first = change.toPlainDate().subtract({ days: 7 });
      const weekDay = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'][first.dayOfWeek - 1];
      const recurrence = {
        pattern: { type: 'weekly', interval: 1, daysOfWeek: [weekDay], firstDayOfWeek: 'monday' },
        range: { type: 'numbered', numberOfOccurrences: 3, startDate: first.toString(), recurrenceTimeZone: zone },
      };
      const weeks = [0, 1, 2].map((week) => first.add({ weeks: week }));
      const start = first.toPlainDateTime('09:00');
      ann().mailbox.addEvent({ subject: `Hour ${zone}`, start: time(start, zone), end: time(start.add({ hours: 1 }), zone), recurrence });
      wanted.set(
        `Hour ${zone}`,
        weeks.map((date) => date.toPlainDateTime('09:00').toZonedDateTime(iana).toInstant().toString()),
      );
      const day = { isAllDay: true, start: time(first.toPlainDateTime(), zone), end: time(first.add({ days: 2 }).toPlainDateTime(), zone) };
      ann().mailbox.addEvent({ subject: `Two days ${zone}`, ...day, recurrence });
      wanted.set(
        `Two days ${zone}`,
        weeks.map((date) => `${date}T00:00:00Z`),
      );
    }
    scene.advance(31 * minutes);
    await scene.settle();
    const starts = Map.groupBy(scene.records('Event'), (row) => String(row.Subject));
    for (const [subject, expected] of wanted) {
      const found = starts
        .get(subject)
        ?.map((row) => plain(row.StartDateTime))
        .sort();
      expect([subject, found]).toEqual([subject, expected.toSorted()]);
    }
    const lengths = scene.records('Event').filter((row) => String(row.Subject).startsWith('Two days'));
    expect(new Set(lengths.map((row) => row.DurationInMinutes))).toEqual(new Set([2_880]));
    expect(written(await scene.sync())).toBe(0);
  });
});
