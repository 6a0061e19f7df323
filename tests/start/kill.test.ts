import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bothSides, inDatabase } from './both-sides.ts';
import { ask, type Command, databaseFolder, killNamedIn, readJson, run, temporaryData } from './command.ts';

/**
 * A kill -9 in the middle of a sync. The world holds back one answer for ever (fault `timeout`), so the run stands exactly there when it is
 * killed. However it is killed, all that people made on either side must end once on both, linked, with nothing left to write.
 */
const alice = 'alice@fernwood.example';
const { data, remove } = temporaryData();
let sandbox: Command;
let service: Command;
let world: string;
let seeds = 0;
/** Names of all that people made, on whichever side. */
let made = { contacts: [] as string[], events: [] as string[] };

async function startService(): Promise<void> {
  service = run('service', data);
  await service.prints(/console {2}http/);
}

const counters = () => ask<Record<string, number>>('GET', `${world}/counters`);
const advance = () => ask<{ settled: boolean }>('POST', `${world}/clock/advance`, { by: 'PT31M' });

/** Other people and meetings on each side. */
async function seed(): Promise<void> {
  for (const side of ['outlook', 'salesforce']) {
    seeds += 1;
    await ask('POST', `${world}/users/${alice}/seed`, { contacts: 12, events: 12, side, seed: seeds });
  }
  const now = await bothSides(world, alice, data);
  const sides = { contacts: [now.outlookContacts, now.salesforceContacts], events: [now.outlookEvents, now.salesforceEvents] };
  made = { contacts: united(made.contacts, ...sides.contacts), events: united(made.events, ...sides.events) };
}

/** What stood on both sides before, once, and what is new on one. */
function united(before: readonly string[], ...sides: string[][]): string[] {
  const fresh = sides.flatMap((side) => without(side, before));
  return [...before, ...fresh].sort();
}

function without(names: readonly string[], known: readonly string[]): string[] {
  const left = [...known];
  return names.filter((name) => !left.includes(name) || left.splice(left.indexOf(name), 1).length === 0);
}

async function until(found: () => Promise<boolean>): Promise<void> {
  while (!(await found())) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Runs until the world keeps this answer back, and kills what is to be killed there. */
async function killAt(operation: string, nth: number, kill: () => void | Promise<void>): Promise<void> {
  await ask('POST', `${world}/counters/reset`);
  await ask('POST', `${world}/faults`, [{ at: operation, nth, do: 'timeout' }]);
  const moved = advance().catch(() => undefined);
  await until(async () => ((await counters())[operation] ?? 0) >= nth);
  await kill();
  await ask('DELETE', `${world}/faults`);
  await moved;
}

/** After two more runs nothing is left to write, and both sides hold each thing once. */
async function expectSameEnd(): Promise<void> {
  for (let run = 0; run < 2; run += 1) expect((await advance()).settled).toBe(true);
  await ask('POST', `${world}/counters/reset`);
  expect((await advance()).settled).toBe(true);
  const wrote = Object.keys(await counters()).filter((name) => /create|update|delete|upsert/.test(name));
  expect(wrote).toEqual([]);
  const { contacts, events } = made;
  expect(contacts).toHaveLength(seeds * 12);
  expect(await bothSides(world, alice, data)).toEqual({
    outlookContacts: contacts,
    salesforceContacts: contacts,
    outlookEvents: events,
    salesforceEvents: events,
    links: { 'contact linked': contacts.length, 'event linked': events.length },
  });
}

beforeAll(async () => {
  sandbox = run('sandbox', data, ['--world', 'empty']);
  await sandbox.prints(/ready:/);
  world = readJson<{ world: string }>(data, 'sandbox', 'ready.json').world;
  await startService();
});
afterAll(async () => {
  await service.stop();
  await sandbox.stop();
  await remove();
});

it.each([
  ['reading Outlook', 'graph.contacts.delta', 1],
  ['reading Salesforce', 'salesforce.query', 1],
  ['the first write', 'salesforce.collections.upsert', 1],
  ['writing to Outlook, half of it done', 'graph.contacts.create', 7],
  ['the receipts of the last write', 'graph.events.create', 12],
])('ends the same when the service is killed at %s', { timeout: 90_000 }, async (_where, operation, nth) => {
  await seed();
  await killAt(operation, nth, async () => {
    service.child.kill('SIGKILL');
    await service.ended;
  });
  await startService();
  await expectSameEnd();
});

it('ends the same when the database server is killed in the middle of a sync', { timeout: 90_000 }, async () => {
  await seed();
  await killAt('graph.contacts.create', 7, () => {
    killNamedIn(join(databaseFolder(data), 'postmaster.pid'));
  });
  await service.stop();
  await startService();
  await expectSameEnd();
  expect(await inDatabase(data, "SELECT 1 FROM session WHERE state = 'running'")).toEqual([]);
});
