import { expect, it } from 'vitest';
import { createPacer } from './pacer.ts';

function setUp() {
  let now = 1_000_000;
  const slept: number[] = [];
  const clock = {
    now: () => now,
    async sleep(milliseconds: number) {
      slept.push(milliseconds);
      now += milliseconds;
    },
  };
  return { clock, slept, pacer: createPacer(clock), stop: new AbortController().signal };
}

/** A task that ends when told to. */
function task() {
  let end = (): void => {};
  const ended = new Promise<void>((done) => {
    end = done;
  });
  const state = { started: false };
  const run = async () => {
    state.started = true;
    await ended;
  };
  return { state, run, end };
}
const settle = () => new Promise((done) => setImmediate(done));

it('lets three requests of a mailbox go at once, the fourth when one is done', async () => {
  const { pacer, stop } = setUp();
  const tasks = [task(), task(), task(), task()];
  const runs = tasks.map((one) => pacer.run('ann', 1, stop, one.run));
  await settle();
  expect(tasks.map((one) => one.state.started)).toEqual([true, true, true, false]);
  tasks[1]!.end();
  await settle();
  expect(tasks[3]!.state.started).toBe(true);
  for (const one of tasks) one.end();
  await Promise.all(runs);
});

it('lets a $batch go alone and nobody overtake it, and knows a mailbox in any case', async () => {
  const { pacer, stop } = setUp();
  const [single, batch, later] = [task(), task(), task()];
  const runs = [pacer.run('ann', 1, stop, single.run), pacer.run('ANN', 3, stop, batch.run), pacer.run('ann', 1, stop, later.run)];
  await settle();
  expect([batch.state.started, later.state.started]).toEqual([false, false]);
  single.end();
  await settle();
  expect([batch.state.started, later.state.started]).toEqual([true, false]);
  batch.end();
  later.end();
  await Promise.all(runs);
});

it('holds nothing of another mailbox', async () => {
  const { pacer, stop } = setUp();
  const [anns, bobs] = [task(), task()];
  const runs = [pacer.run('ann', 3, stop, anns.run), pacer.run('bob', 3, stop, bobs.run)];
  await settle();
  expect(bobs.state.started).toBe(true);
  anns.end();
  bobs.end();
  await Promise.all(runs);
});

it('sleeps off a short Retry-After and refuses to sit through a long one', async () => {
  const { pacer, clock, slept, stop } = setUp();
  pacer.close('ann', clock.now() + 3000);
  await pacer.run('ann', 1, stop, async () => undefined);
  expect(slept).toEqual([3000]);
  pacer.close('ann', clock.now() + 6000);
  const error = { kind: 'retry-at', scope: 'mailbox', at: new Date(clock.now() + 6000).toISOString() };
  await expect(pacer.run('ann', 1, stop, async () => undefined)).rejects.toMatchObject({ error });
  await pacer.run('bob', 1, stop, async () => undefined);
});

it('gives its place back where a task fails or is stopped', async () => {
  const { pacer, stop } = setUp();
  await expect(pacer.run('ann', 3, stop, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(pacer.run('ann', 3, AbortSignal.abort(new Error('stop')), async () => undefined)).rejects.toThrow('stop');
  await pacer.run('ann', 3, stop, async () => undefined);
});
