import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { count, days, minutes, openScene, outlookMeeting, outlookSeries, type Scene, weekly, written } from '../scene/index.ts';

let scene: Scene;
let start: number;
const ann = () => scene.people[0]!;
const later = 31 * minutes;
/** Whole hours, so that the series can be moved by days and compared by text. */
const hour = 3_600_000;
beforeEach(async () => {
  scene = await openScene();
  start = Math.ceil((scene.desk.clock.now() + days) / hour) * hour;
  // So that a series is never all that a calendar holds: then a person is asked (delete brake).
  for (let n = 0; n < 3; n += 1) ann().mailbox.addEvent(outlookMeeting(`Other ${n}`, start + n * days));
});
afterEach(() => scene.close());

const series = (subject = 'Jour fixe') => ann().mailbox.addEvent(outlookSeries(subject, start, 5)).id;
const wall = (at: number) => new Date(at).toISOString().slice(0, 19);
const instances = (id: string) => ann().mailbox.instances(id, wall(start - 30 * days), wall(start + 90 * days));
const startsInOutlook = (id: string) => instances(id).map((one) => `${String((one.start as { dateTime: string }).dateTime).slice(0, 19)}`);
const records = (subject = 'Jour fixe') => scene.records('Event').filter((row) => row.Subject === subject);
const startsInSalesforce = (subject?: string) =>
  records(subject)
    .map((row) => String(row.StartDateTime).slice(0, 19))
    .sort();
const at = (from: number) => ({
  start: { dateTime: wall(from), timeZone: 'UTC' },
  end: { dateTime: wall(from + hour), timeZone: 'UTC' },
});

describe('what a person does to a series in Outlook', () => {
  it('deletes the third of five: that one goes, and nothing else', async () => {
    const id = series();
    await scene.settle();
    const kept = records().map((row) => row.Id);
    ann().mailbox.deleteEvent(instances(id)[2]!.id);
    scene.advance(later);
    const session = await scene.sync();
    expect(count(session, 'event', 'up', 'deleted')).toBe(1);
    expect(startsInSalesforce()).toEqual(startsInOutlook(id));
    expect(kept).toEqual(expect.arrayContaining(records().map((row) => row.Id)));
    expect(written(await scene.sync())).toBe(0);
  });

  it('moves the whole series to other days: exactly the new ones are there', async () => {
    const id = series();
    await scene.settle();
    const moved = start + 2 * days;
    ann().mailbox.updateEvent(id, { ...at(moved), recurrence: weekly(moved, 5) });
    scene.advance(later);
    await scene.settle();
    expect(startsInOutlook(id)[0]).toBe(wall(moved));
    expect(startsInSalesforce()).toEqual(startsInOutlook(id));
  });

  it('moves it to another time of the day: the same records follow', async () => {
    const id = series();
    await scene.settle();
    const before = records().map((row) => row.Id);
    ann().mailbox.updateEvent(id, at(start + hour));
    scene.advance(later);
    await scene.settle();
    expect(startsInSalesforce()).toEqual(startsInOutlook(id));
    expect(records().map((row) => row.Id)).toEqual(before);
  });

  it('renames all of it, then one: the words of each are its own', async () => {
    const id = series();
    await scene.settle();
    ann().mailbox.updateEvent(id, { subject: 'Weekly' });
    scene.advance(later);
    await scene.settle();
    expect(startsInSalesforce('Weekly')).toHaveLength(5);
    ann().mailbox.updateEvent(instances(id)[1]!.id, { subject: 'Weekly, with guests', ...at(start + 8 * days) });
    scene.advance(later);
    const session = await scene.sync();
    expect(count(session, 'event', 'up', 'updated')).toBe(1);
    expect(startsInSalesforce('Weekly')).toHaveLength(4);
    expect(startsInSalesforce('Weekly, with guests')).toEqual([wall(start + 8 * days)]);
  });

  it('changes this one and all following: the old series ends, the rest is another', async () => {
    const id = series();
    await scene.settle();
    const all = startsInOutlook(id);
    const rest = ann().mailbox.splitSeries(instances(id)[2]!.id, { subject: 'New round' });
    scene.advance(later);
    await scene.settle();
    expect(startsInSalesforce()).toEqual(all.slice(0, 2));
    expect(startsInSalesforce('New round')).toEqual(all.slice(2));
    expect(startsInOutlook(rest.id)).toEqual(all.slice(2));
  });

  it('deletes all of it: one look at the series proves it', async () => {
    const id = series();
    await scene.settle();
    ann().mailbox.deleteEvent(id);
    scene.advance(later);
    scene.desk.faults.resetCounters();
    await scene.settle();
    expect(records()).toEqual([]);
    expect(scene.records('Event')).toHaveLength(3);
    expect(scene.counters()['graph.events.get']).toBe(1);
  });

  it('flips it to private: the words of every meeting go', async () => {
    const id = series();
    await scene.settle();
    ann().mailbox.updateEvent(id, { sensitivity: 'private', subject: 'Therapy' });
    scene.advance(later);
    await scene.settle();
    const shown = JSON.stringify(scene.records('Event'));
    expect(shown).not.toMatch(/Jour fixe|Therapy/);
    expect(scene.records('Event').filter((row) => row.IsPrivate === true)).toHaveLength(5);
  });
});

describe('what a person does to one Event of it in Salesforce', () => {
  const record = (place: number) => records().sort((a, b) => (String(a.StartDateTime) < String(b.StartDateTime) ? -1 : 1))[place]!;

  it('changes that meeting only, which becomes an exception', async () => {
    const id = series();
    await scene.settle();
    scene.salesforce.org.update('Event', String(record(1).Id), { Subject: 'Quarterly', Location: 'Room 9' }, ann().salesforceId);
    scene.advance(later);
    expect(count(await scene.sync(), 'event', 'down', 'updated')).toBe(1);
    const shown = instances(id);
    expect(shown.map((one) => one.subject)).toEqual(['Jour fixe', 'Quarterly', 'Jour fixe', 'Jour fixe', 'Jour fixe']);
    expect(shown[1]).toMatchObject({ type: 'exception', location: { displayName: 'Room 9' } });
    expect(written(await scene.sync())).toBe(0);
    expect(records('Quarterly')).toHaveLength(1);
  });

  it('changes several of one series at once: none is refused as changed meanwhile', async () => {
    const id = series();
    await scene.settle();
    for (const place of [0, 1, 3, 4])
      scene.salesforce.org.update('Event', String(record(place).Id), { Location: `Room ${place}` }, ann().salesforceId);
    scene.salesforce.org.delete('Event', String(record(2).Id), ann().salesforceId);
    scene.advance(later);
    const session = await scene.sync();
    expect([count(session, 'event', 'down', 'updated'), count(session, 'event', 'down', 'deleted')]).toEqual([4, 1]);
    expect(instances(id).map((one) => (one.location as { displayName: string }).displayName)).toEqual([
      'Room 0',
      'Room 1',
      'Room 3',
      'Room 4',
    ]);
    expect(written(await scene.sync())).toBe(0);
  });

  it('deletes it: that meeting is cancelled, the series stays', async () => {
    const id = series();
    await scene.settle();
    scene.salesforce.org.delete('Event', String(record(2).Id), ann().salesforceId);
    scene.advance(later);
    await scene.settle();
    expect(startsInOutlook(id)).toHaveLength(4);
    expect(startsInSalesforce()).toEqual(startsInOutlook(id));
  });

  it('moves it past its neighbour: Outlook refuses, and an issue says so with its own words', async () => {
    const id = series();
    await scene.settle();
    const before = startsInOutlook(id);
    const to = start + 15 * days;
    const times = { StartDateTime: new Date(to).toISOString(), EndDateTime: new Date(to + hour).toISOString() };
    scene.salesforce.org.update('Event', String(record(1).Id), times, ann().salesforceId);
    scene.advance(later);
    await scene.sync();
    expect(startsInOutlook(id)).toEqual(before);
    const issues = await scene.rows<{ reason: string; detail: { code: string } }>("SELECT reason, detail FROM issue WHERE state = 'open'");
    expect(issues).toMatchObject([{ reason: 'refused', detail: { code: 'ErrorOccurrenceCrossingBoundary' } }]);
  });
});

it('brings the meetings of an endless series as the window rolls over them, no year ahead', async () => {
  ann().mailbox.addEvent({ ...outlookMeeting('Endless', start), recurrence: weekly(start) });
  await scene.settle();
  const first = startsInSalesforce('Endless');
  expect(first.length).toBeLessThan(10);
  for (let week = 0; week < 3; week += 1) {
    scene.advance(7 * days);
    await scene.settle();
  }
  expect(startsInSalesforce('Endless')).toHaveLength(first.length + 3);
  expect(startsInSalesforce('Endless').slice(0, first.length)).toEqual(first);
});
