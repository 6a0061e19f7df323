import { afterEach, beforeEach, expect, it } from 'vitest';
import { runMailbox } from '../../service/lanes/run-mailbox.ts';
import { force } from '../../service/store/index.ts';
import { minutes, openScene, outlookContact, type Scene, type ScenePerson, written } from '../scene/index.ts';

let scene: Scene;
beforeEach(async () => {
  scene = await openScene({ people: 3 });
  for (const person of scene.people) {
    for (let n = 0; n < 3; n += 1) person.mailbox.addContact(outlookContact(person.name, `No${n}`));
    await scene.settle(person);
  }
  scene.advance(31 * minutes);
});
afterEach(() => scene.close());

const spent = (share: number) => {
  const { control } = scene.salesforce;
  control.set({ dailyLimit: Math.ceil(control.used / share) });
};
const edit = (person: ScenePerson) => {
  const [contact] = person.mailbox.contacts();
  person.mailbox.updateContact(contact!.id, { jobTitle: `Director ${person.name}` });
};
const unplanned = () => scene.rows("SELECT 1 FROM observation WHERE side = 'outlook' AND NOT planned");
const titles = () => scene.records('Contact').flatMap((row) => (String(row.Title).startsWith('Director') ? [row.Title] : []));
const [parkStep, parkings, issues] = [
  async () => (await scene.rows<{ park_step: number }>('SELECT park_step FROM salesforce_org'))[0]?.park_step,
  async () =>
    (await scene.rows<{ action: string }>("SELECT action FROM audit WHERE target_kind = 'salesforce-org' ORDER BY sequence")).map(
      (row) => row.action,
    ),
  () => scene.rows('SELECT 1 FROM issue'),
];

it('parks the whole org at the wall, still records Outlook, and opens no issue per mailbox', async () => {
  scene.people.forEach(edit);
  scene.salesforce.control.set({ dailyLimit: 1 });
  expect(await scene.sync(scene.people[0])).toMatchObject({ state: 'failed', reason: 'parked-quota' });
  const before = scene.counters()['salesforce.http'];
  for (const person of scene.people) expect(await scene.sync(person)).toMatchObject({ state: 'failed', reason: 'parked-quota' });
  expect(scene.counters()['salesforce.http']).toBe(before);
  expect(await unplanned()).toHaveLength(3);
  expect(await issues()).toEqual([]);
  expect(await parkings()).toEqual(['park Salesforce org']);
  const [user] = await scene.rows<{ sessions: number }>('SELECT max(failures_in_a_row) AS sessions FROM "user"');
  expect(user?.sessions).toBe(0);
});

it('climbs the ladder while the wall stands, and is back after the reset with nothing lost', async () => {
  scene.people.forEach(edit);
  scene.salesforce.control.set({ dailyLimit: 1 });
  for (const [step, wait] of [
    [1, 31],
    [2, 151],
    [3, 271],
    [3, 391],
  ] as const) {
    for (const person of scene.people) await scene.sync(person);
    expect(await parkStep()).toBe(step);
    scene.advance(wait * minutes);
  }
  scene.salesforce.control.set({ dailyLimit: 100_000 });
  for (const person of scene.people) expect(written(await scene.sync(person))).toBe(1);
  expect(titles()).toHaveLength(3);
  expect(await parkStep()).toBe(0);
  expect(await parkings()).toEqual(['park Salesforce org', 'free Salesforce org']);
  expect(scene.orgNews).toMatchObject([{ waits: true, code: 'REQUEST_LIMIT_EXCEEDED' }, { waits: false }]);
});

it('stops schedules at 80 % of the day, and keeps the rest for people', async () => {
  const [ann, bob] = scene.people as [ScenePerson, ScenePerson];
  scene.people.forEach(edit);
  spent(0.8);
  const used = scene.salesforce.control.used;
  // Nobody knows yet: the first answer tells, and nothing is sent after it.
  expect(await scene.sync(ann)).toMatchObject({ reason: 'parked-quota' });
  expect(await scene.sync(bob)).toMatchObject({ reason: 'parked-quota' });
  expect(scene.salesforce.control.used - used).toBeLessThanOrEqual(1);
  expect(titles()).toEqual([]);

  const act = { actor: null, onBehalfOf: null, source: 'test', at: new Date(scene.parts.clock.now()).toISOString(), activities: [] };
  expect(await force(scene.store, scene.parts.ids, { customerId: scene.customerId, userId: bob.userId }, act)).toMatchObject({
    accepted: true,
  });
  expect(await runMailbox(scene.parts, bob.userId, new AbortController().signal)).toBe('ended');
  expect(titles()).toEqual(['Director Bob']);
  // A person's sync went through, and still schedules wait.
  expect(await scene.sync(ann)).toMatchObject({ reason: 'parked-quota' });

  scene.advance(25 * 60 * minutes);
  for (const person of scene.people) await scene.sync(person);
  expect(titles()).toHaveLength(3);
  expect(await parkStep()).toBe(0);
});
