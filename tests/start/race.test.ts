import { afterAll, beforeAll, expect, it } from 'vitest';
import { bothSides, inDatabase } from './both-sides.ts';
import { ask, type Command, run, temporaryData } from './command.ts';
import { alice, killScene } from './kill-scene.ts';

/** A service and two workers, each a process of its own, all after the same two mailboxes. */
const { data, remove } = temporaryData();
const scene = killScene(data);
const workers: Command[] = [];
const bob = 'bob@fernwood.example';

beforeAll(async () => {
  await scene.startSandbox();
  await scene.startService();
  for (let index = 0; index < 2; index += 1) {
    const worker = run('worker', data);
    await worker.prints(/worker \d+ on attached/);
    workers.push(worker);
  }
}, 180_000);
afterAll(async () => {
  for (const worker of workers) await worker.stop();
  await scene.service.stop();
  await scene.sandbox.stop();
  await remove();
});

const ran = (process: Command) => process.text().includes('"event":"session"');
const people = 8;

it('run each mailbox one at a time and write each thing once', { timeout: 240_000 }, async () => {
  let rounds = 0;
  // Who gets a mailbox is chance: until each process had one.
  while (![scene.service, ...workers].every(ran) && rounds < 40) {
    rounds += 1;
    for (const person of [alice, bob]) {
      for (const [index, side] of ['outlook', 'salesforce'].entries()) {
        const seed = rounds * 4 + index + (person === bob ? 1000 : 0);
        await ask('POST', `${scene.world}/users/${person}/seed`, { contacts: people, events: people, side, seed });
      }
    }
    expect((await scene.advance()).settled).toBe(true);
  }
  expect([scene.service, ...workers].map(ran)).toEqual([true, true, true]);
  await scene.advance();
  for (const person of [alice, bob]) {
    const { outlookContacts, salesforceContacts, outlookEvents, salesforceEvents, links } = await bothSides(scene.world, person, data);
    expect(outlookContacts).toHaveLength(rounds * people * 2);
    expect(salesforceContacts).toEqual(outlookContacts);
    expect(outlookEvents).toHaveLength(rounds * people * 2);
    expect(salesforceEvents).toEqual(outlookEvents);
    expect(links).toEqual({ 'contact linked': rounds * people * 2, 'event linked': rounds * people * 2 });
  }
  const beside = await inDatabase(
    data,
    `SELECT one.id FROM session one JOIN session other ON other.user_id = one.user_id AND other.id <> one.id
        AND one.started_at < other.finished_at AND other.started_at < one.finished_at`,
  );
  expect(beside).toEqual([]);
  expect(await inDatabase(data, "SELECT DISTINCT state FROM session WHERE state <> 'succeeded'")).toEqual([]);
});
