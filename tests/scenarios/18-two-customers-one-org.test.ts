import { afterAll, beforeAll, expect, it } from 'vitest';
import { noteUsage, sharesOf } from '../../service/store/index.ts';
import { minutes, openScene, outlookContact, type Scene } from '../scene/index.ts';
import { type FreshDatabase, freshDatabase } from '../setup/index.ts';

const orgId = '00D000000000007AAA';
let database: FreshDatabase;
let alder: Scene;
let birch: Scene;
beforeAll(async () => {
  database = await freshDatabase();
  [alder, birch] = await Promise.all([openScene({ database, orgId }), openScene({ database, orgId, people: 2 })]);
  await alder.settle();
  for (const person of birch.people) await birch.settle(person);
  // One time for both worlds.
  const latest = Math.max(...[alder, birch].map((scene) => scene.parts.clock.now()));
  for (const scene of [alder, birch]) scene.advance(Math.max(0, latest - scene.parts.clock.now()));
});
afterAll(async () => {
  await Promise.all([alder.close(), birch.close()]);
  await database.close();
});

const later = (time: number) => {
  for (const scene of [alder, birch]) scene.advance(time);
};
const parkings = async (scene: Scene) =>
  (await scene.rows<{ action: string }>("SELECT action FROM audit WHERE target_kind = 'salesforce-org' ORDER BY sequence")).map(
    ({ action }) => action,
  );
const asked = (scene: Scene) => scene.counters()['salesforce.http'];

it('waits for both when one meets the wall: the other asks nothing, has it in its books once, and its people are told once', async () => {
  later(31 * minutes);
  alder.salesforce.control.set({ dailyLimit: 1 });
  expect(await alder.sync()).toMatchObject({ state: 'failed', reason: 'parked-quota' });
  for (const person of birch.people) person.mailbox.addContact(outlookContact('Kim', person.name));
  const before = asked(birch);
  for (const person of birch.people) expect(await birch.sync(person)).toMatchObject({ state: 'failed', reason: 'parked-quota' });
  expect(asked(birch)).toBe(before);
  expect([await parkings(alder), await parkings(birch)]).toEqual([['park Salesforce org'], ['park Salesforce org']]);
  for (const scene of [alder, birch]) expect(scene.orgNews).toMatchObject([{ waits: true, code: 'REQUEST_LIMIT_EXCEEDED', orgId }]);

  // The first of either that gets through ends it for both; what was recorded meanwhile goes out.
  later(31 * minutes);
  for (const person of birch.people) await birch.sync(person);
  expect(birch.records('Contact')).toHaveLength(2);
  alder.salesforce.control.set({ dailyLimit: 100_000 });
  expect(await alder.sync()).toMatchObject({ state: 'succeeded' });
  for (const scene of [alder, birch]) {
    expect(await parkings(scene)).toEqual(['park Salesforce org', 'free Salesforce org']);
    expect(scene.orgNews.map(({ waits }) => waits)).toEqual([true, false]);
  }
});

it('stops both at the same share of the day, whoever was told, and counts fair shares over both', async () => {
  later(2 * minutes);
  const now = alder.parts.clock.now();
  await noteUsage(alder.store, { customerId: alder.customerId, orgId, used: 8_000, max: 10_000, now });
  const before = asked(birch);
  expect(await birch.sync()).toMatchObject({ reason: 'parked-quota' });
  expect(asked(birch)).toBe(before);
  await sharesOf(birch.store, birch.customerId, orgId, now);
  const shares = await sharesOf(alder.store, alder.customerId, orgId, now);
  const [spent] = await alder.rows<{ sum: number }>('SELECT sum(salesforce + people)::int AS sum FROM spending');
  expect(shares.mailboxes).toBe(3);
  expect([...shares.byUser.keys()]).toEqual(alder.people.map(({ userId }) => userId));
  expect(shares.ours).toBeGreaterThan(spent?.sum ?? 0);
});
