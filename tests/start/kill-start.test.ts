import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { databaseFolder, killNamedIn, pidIn, temporaryData } from './command.ts';
import { killScene, wholeAndOnce } from './kill-scene.ts';

/** `npm start` with its children, the sandbox and the database server: whichever of them is killed, another start ends the same. */
const { data, remove } = temporaryData();
const scene = killScene(data);
const sandboxLock = join(data, 'sandbox', 'sandbox.lock');

beforeAll(() => scene.startAll(), 180_000);
afterAll(async () => {
  await scene.service.stop();
  await remove();
});

async function gone(pid: number | undefined): Promise<void> {
  try {
    while (pid) {
      process.kill(pid, 0);
      await wait(20);
    }
  } catch {
    // ESRCH: it has ended.
  }
}

async function expectSameEnd(): Promise<void> {
  const end = await scene.end();
  expect(end).toEqual(wholeAndOnce(end.made));
}

it('leaves no sandbox behind when it is killed, adopts its database server at the next start, and ends the same', {
  timeout: 240_000,
}, async () => {
  await scene.seed();
  const server = pidIn(join(databaseFolder(data), 'postmaster.pid'));
  await scene.killAt('graph.contacts.create', 5, async () => {
    const sandbox = pidIn(sandboxLock);
    scene.service.child.kill('SIGKILL');
    await scene.service.ended;
    await gone(sandbox);
    await scene.startAll();
  });
  expect(pidIn(join(databaseFolder(data), 'postmaster.pid'))).toBe(server);
  await expectSameEnd();
});

it('says that its sandbox was killed and what to do, stops in order, and ends the same after another start', {
  timeout: 240_000,
}, async () => {
  await scene.seed();
  await scene.killAt('graph.events.create', 5, async () => {
    killNamedIn(sandboxLock);
    await scene.service.prints(/The sandbox has ended \(SIGKILL\); nothing is lost\. Press Ctrl-C and run npm start again/);
    expect(await scene.service.stop()).toBe(0);
    await scene.startAll();
  });
  await expectSameEnd();
});

it('ends the same when everything is killed at once', { timeout: 240_000 }, async () => {
  await scene.seed();
  await scene.killAt('graph.events.create', 5, async () => {
    const pids = [scene.service.child.pid, pidIn(sandboxLock), pidIn(join(databaseFolder(data), 'postmaster.pid'))];
    for (const pid of pids) if (pid) process.kill(pid, 'SIGKILL');
    for (const pid of pids.slice(0, 2)) await gone(pid);
    await scene.service.ended;
    await scene.startAll();
  });
  await expectSameEnd();
});
