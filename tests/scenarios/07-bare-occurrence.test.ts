import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Provider, RawItem } from '../../core/sync/index.ts';
import { count, days, openScene, outlookSeries, type Scene, written } from '../scene/index.ts';

let scene: Scene;
/** Takes items out of the pages, as where Graph leaves the series itself out of them. */
let leaveOut: (item: RawItem) => boolean = () => false;
beforeEach(async () => {
  scene = await openScene({ wrap: (provider) => (provider.side === 'outlook' ? withoutItems(provider) : provider) });
});
afterEach(async () => {
  leaveOut = () => false;
  await scene.close();
});

function withoutItems(provider: Provider): Provider {
  return {
    ...provider,
    get requests() {
      return provider.requests;
    },
    async *read(requests) {
      for await (const page of provider.read(requests)) yield { ...page, items: page.items.filter((item) => !leaveOut(item)) };
    },
  };
}

const typeOf = (item: RawItem) => (item.raw as { type?: string } | null)?.type;
const weekly = () =>
  outlookSeries('Jour fixe', scene.desk.clock.now() + days, 5, {
    body: { contentType: 'text', content: 'Agenda as always' },
    location: { displayName: 'Room 7' },
  });

it('takes subject, place and text of each meeting from its series, without a request for them', async () => {
  scene.people[0]!.mailbox.addEvent(weekly());
  const [first] = await scene.settle();
  expect(count(first!, 'event', 'up', 'created')).toBe(5);
  const events = scene.records('Event');
  expect(events.map((row) => [row.Subject, row.Location, row.Description])).toEqual(
    Array.from({ length: 5 }, () => ['Jour fixe', 'Room 7', 'Agenda as always']),
  );
  expect(new Set(events.map((row) => row.StartDateTime)).size).toBe(5);
  expect(new Set(events.map((row) => row.Lockstep_Key__c)).size).toBe(5);
  expect(scene.counters()['graph.events.get'] ?? 0).toBe(0);
});

it('fetches a series that is not in the page once, not for each of its meetings', async () => {
  leaveOut = (item) => typeOf(item) === 'seriesMaster';
  scene.people[0]!.mailbox.addEvent(weekly());
  scene.people[0]!.mailbox.addEvent(outlookSeries('Standup', scene.desk.clock.now() + 2 * days, 4));
  await scene.settle();
  expect(scene.records('Event')).toHaveLength(9);
  expect(scene.counters()['graph.events.get']).toBe(2);
});

it('leaves out and counts the meetings of a series that is gone, and goes on with the rest', async () => {
  leaveOut = (item) => typeOf(item) === 'seriesMaster';
  scene.people[0]!.mailbox.addEvent(weekly());
  scene.people[0]!.mailbox.addContact({ givenName: 'Kim', surname: 'Lee' });
  scene.faults([{ at: 'graph.events.get', nth: 1, do: '404' }]);
  const session = await scene.sync();
  expect(session.state).toBe('succeeded');
  expect(count(session, 'event', 'up', 'skipped')).toBe(5);
  expect(count(session, 'contact', 'up', 'created')).toBe(1);
  expect(scene.records('Event')).toEqual([]);
  const reasons = await scene.rows<{ reason: string }>("SELECT reason FROM decision WHERE object = 'event'");
  expect(reasons.map((row) => row.reason)).toEqual(Array.from({ length: 5 }, () => 'series-gone'));
});

it('reads the page again where the series could not be asked for just now', async () => {
  leaveOut = (item) => typeOf(item) === 'seriesMaster';
  scene.people[0]!.mailbox.addEvent(weekly());
  scene.faults([{ at: 'graph.events.get', nth: 1, do: '429-600' }]);
  expect((await scene.sync()).state).toBe('failed');
  scene.advance(601_000);
  await scene.settle();
  expect(scene.records('Event')).toHaveLength(5);
  expect(written(await scene.sync())).toBe(0);
});
