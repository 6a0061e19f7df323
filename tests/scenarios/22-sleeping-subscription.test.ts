import { afterEach, beforeEach, expect, it } from 'vitest';
import { runMailbox } from '../../service/lanes/run-mailbox.ts';
import {
  days,
  minutes,
  openScene,
  openWatching,
  outlookContact,
  type Scene,
  type ScenePerson,
  salesforceContact,
  type Watching,
} from '../scene/index.ts';

let scene: Scene;
let watching: Watching;
let ann: ScenePerson;
beforeEach(async () => {
  scene = await openScene();
  [ann] = scene.people as [ScenePerson];
  ann.mailbox.addContact(outlookContact('Dana', 'Ruiz'));
  await scene.settle();
  watching = await openWatching(scene);
  await watching.keep();
  await watching.told();
  scene.advance(2 * minutes);
  await scene.sync();
});
afterEach(async () => {
  await watching.close();
  await scene.close();
});

const run = () => runMailbox(scene.parts, ann.userId, new AbortController().signal);
const edit = (title: string) => ann.mailbox.updateContact(ann.mailbox.contacts()[0]!.id, { jobTitle: title });
const titles = () => scene.records('Contact').map((row) => row.Title);
const subscriptions = () => scene.rows<{ id: string; resource: string }>('SELECT id, resource FROM subscription ORDER BY resource');
const operations = (name: string) => scene.counters()[name] ?? 0;
const dueAt = async () => {
  const [lane] = await scene.store.asSystem(({ query }) =>
    query<{ due_at: Date }>('SELECT due_at FROM lane WHERE user_id = $1', [ann.userId]),
  );
  return lane?.due_at.getTime() ?? 0;
};
const dueIn = async () => (await dueAt()) - scene.parts.clock.now();

it('makes the mailbox due at once, not sooner than a minute after its last run, and asks Salesforce only what the write needs', async () => {
  edit('Director');
  await watching.told();
  const wait = await dueIn();
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(minutes);
  expect(await run()).toBe('not-due');
  scene.advance(wait);
  const reads = operations('salesforce.queryAll');
  expect(await run()).toBe('ended');
  expect(titles()).toEqual(['Director']);
  expect(operations('salesforce.queryAll') - reads).toBe(1); // the record as written, read back
  const [session] = await scene.rows<{ trigger: string }>('SELECT trigger FROM session ORDER BY started_at DESC LIMIT 1');
  expect(session?.trigger).toBe('notification');
  // The half hour still ends when Salesforce is to be read, however often Outlook changes.
  expect(await dueIn()).toBeLessThan(29 * minutes);
});

it('takes its own writes for what they are', async () => {
  const [record] = scene.records('Contact');
  scene.salesforce.org.update('Contact', String(record!.Id), { Title: 'From above' }, ann.salesforceId);
  scene.advance(31 * minutes);
  const before = watching.hints.counts.nudged;
  await scene.sync();
  expect(ann.mailbox.contacts()[0]).toMatchObject({ jobTitle: 'From above' });
  await watching.told();
  expect(watching.hints.counts).toMatchObject({ nudged: before, echo: 1 });
  expect(await dueIn()).toBeGreaterThan(20 * minutes);
});

it('loses nothing when notifications are lost, doubled, or the subscription ran out: polling is the truth', async () => {
  scene.faults([
    { at: 'graph.subscriptions.notify', nth: 1, do: 'lost-answer' },
    { at: 'graph.subscriptions.notify', nth: 2, do: 'duplicate-delivery' },
  ]);
  edit('Lost');
  await watching.told();
  scene.advance(31 * minutes);
  await scene.sync();
  expect(titles()).toEqual(['Lost']);
  edit('Twice');
  await watching.told();
  scene.advance(2 * minutes);
  await run();
  expect(titles()).toEqual(['Twice']);

  scene.advance(8 * days);
  edit('Unheard');
  await watching.told();
  const before = await subscriptions();
  expect(await watching.keep()).toBe(1);
  const after = await subscriptions();
  expect(after.map((one) => one.resource)).toEqual(['contacts', 'events']);
  expect(after.some((one) => before.some((old) => old.id === one.id))).toBe(false);
  scene.advance(2 * minutes);
  expect(await run()).toBe('ended');
  expect(titles()).toEqual(['Unheard']);
});

it('renews before the end, answers reauthorizationRequired, and makes a removed one anew', async () => {
  const made = await subscriptions();
  expect(await watching.keep()).toBe(0);
  scene.advance(5 * days);
  expect(await watching.keep()).toBe(1);
  expect(operations('graph.subscriptions.update')).toBe(2);
  await scene.graph.tellSubscribers('reauthorizationRequired');
  await watching.told();
  expect(await watching.keep()).toBe(1);
  expect(operations('graph.subscriptions.update')).toBe(4);
  expect(await subscriptions()).toEqual(made);
  await scene.graph.tellSubscribers('subscriptionRemoved');
  await watching.told();
  expect(await subscriptions()).toEqual([]);
  expect(await watching.keep()).toBe(1);
  expect(await subscriptions()).toHaveLength(2);
  const nudged = watching.hints.counts.nudged;
  await scene.graph.tellSubscribers('missed');
  await watching.told();
  expect(watching.hints.counts.nudged).toBeGreaterThan(nudged);
});

it('replaces a double that an earlier life left behind, and deletes all when synchronization goes off', async () => {
  await scene.rows('DELETE FROM subscription');
  scene.advance(11 * minutes);
  expect(await watching.keep()).toBe(1);
  expect(await subscriptions()).toHaveLength(2);
  await scene.rows('UPDATE "user" SET synchronization_enabled = false');
  scene.advance(11 * minutes);
  expect(await watching.keep()).toBe(1);
  expect(await subscriptions()).toEqual([]);
  expect(operations('graph.subscriptions.delete')).toBe(4);
  expect(await watching.keep()).toBe(0);
});

it('watches a mailbox where it is: under another address the old subscriptions go and new ones are made', async () => {
  const before = await subscriptions();
  const address = 'ann.new@lockstep.example';
  const person = scene.graph.users.get(ann.graphId);
  if (!person) throw new Error('nobody is there');
  scene.graph.users.set(person.id, { ...person, userPrincipalName: address, mail: address });
  expect(await watching.keep()).toBe(0);
  await scene.rows('UPDATE "user" SET mailbox_address = $2 WHERE id = $1', [ann.userId, address]);
  expect(await watching.keep()).toBe(1);
  const after = await subscriptions();
  expect(after.map((one) => one.resource)).toEqual(['contacts', 'events']);
  expect(after.some((one) => before.some((old) => old.id === one.id))).toBe(false);
  expect(operations('graph.subscriptions.delete')).toBe(2);
  expect(await watching.keep()).toBe(0);
});

it('counts what is forged or unknown and does nothing else about it', async () => {
  const [mine] = await subscriptions();
  const before = await dueAt();
  const post = (body: unknown) =>
    fetch(watching.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const item = { clientState: 'guessed', changeType: 'updated', resourceData: { id: 'x', '@odata.etag': 'W/"x"' } };
  const batch = [
    { ...item, subscriptionId: mine?.id },
    { ...item, subscriptionId: mine?.id, clientState: null },
    { ...item, subscriptionId: 'no-such' },
    { subscriptionId: mine?.id, clientState: 'guessed', lifecycleEvent: 'subscriptionRemoved' },
  ];
  expect((await post({ value: batch })).status).toBe(202);
  await watching.told();
  expect(watching.hints.counts).toMatchObject({ forged: 3, unknown: 1 });
  expect(await subscriptions()).toHaveLength(2);
  expect(await dueAt()).toBe(before);
  const handshake = await fetch(`${watching.url}?validationToken=a%20b%3Cc`, { method: 'POST' });
  expect([handshake.status, await handshake.text()]).toEqual([200, 'a b<c']);
  expect(handshake.headers.get('content-type')).toMatch(/^text\/plain/);
});

it('needs no Salesforce contact of its own to stay within the interval', async () => {
  scene.salesforce.org.insert('Contact', salesforceContact('New', 'Above'), ann.salesforceId);
  for (let n = 0; n < 40; n += 1) {
    edit(`Title ${n}`);
    await watching.told();
    scene.advance(minutes);
    await run();
  }
  // Forty minutes of hints: what is new in Salesforce came with the poll that they did not put off.
  expect(ann.mailbox.contacts().map((one) => one.surname)).toContain('Above');
});
