import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inDatabase } from './both-sides.ts';
import { databaseFolder, killNamedIn, pidIn, temporaryData } from './command.ts';
import { killScene, wholeAndOnce } from './kill-scene.ts';

const { data, remove } = temporaryData();
const scene = killScene(data);
const postmaster = () => join(databaseFolder(data), 'postmaster.pid');

async function expectSameEnd(): Promise<void> {
  const end = await scene.end();
  expect(end).toEqual(wholeAndOnce(end.made));
}

beforeAll(async () => {
  await scene.startSandbox();
  await scene.startService();
}, 180_000);
afterAll(async () => {
  await scene.service.stop();
  await scene.sandbox.stop();
  await remove();
});

it.each([
  ['reading Outlook', 'graph.contacts.delta', 1],
  ['reading Salesforce', 'salesforce.query', 1],
  ['the first write', 'salesforce.collections.upsert', 1],
  ['writing to Outlook, half of it done', 'graph.contacts.create', 7],
  ['the receipts of the last write', 'graph.events.create', 12],
])('ends the same when the service is killed at %s', { timeout: 180_000 }, async (_where, operation, nth) => {
  await scene.seed();
  await scene.killAt(operation, nth, async () => {
    scene.service.child.kill('SIGKILL');
    await scene.service.ended;
  });
  await scene.startService();
  await expectSameEnd();
});

it.each([
  ['reading', 'graph.contacts.delta', 1],
  ['writing to Outlook, half of it done', 'graph.contacts.create', 7],
])(
  'starts the database server again that was killed in the middle of %s, and ends the same',
  { timeout: 240_000 },
  async (_where, operation, nth) => {
    await scene.seed();
    const killed = pidIn(postmaster());
    const before = scene.service.text().length;
    await scene.killAt(operation, nth, async () => {
      killNamedIn(postmaster());
      await scene.service.prints(/The database server has ended; it is started again[\s\S]*The database is back/, before);
    });
    expect(pidIn(postmaster())).not.toBe(killed);
    await expectSameEnd();
    expect(await inDatabase(data, "SELECT 1 FROM session WHERE state = 'running'")).toEqual([]);
    // What our own books suffered is nobody's failure.
    expect(await inDatabase(data, "SELECT DISTINCT reason FROM session WHERE state = 'failed'")).toEqual([{ reason: 'interrupted' }]);
  },
);

it('goes on when the sandbox is killed in the middle of a sync and started again', { timeout: 240_000 }, async () => {
  await scene.seed();
  const { world } = scene;
  await scene.killAt('graph.contacts.create', 7, async () => {
    scene.sandbox.child.kill('SIGKILL');
    await scene.sandbox.ended;
    await scene.startSandbox();
  });
  expect(scene.world).toBe(world);
  await expectSameEnd();
});
