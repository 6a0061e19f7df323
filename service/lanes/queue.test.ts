import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase } from '../../tests/setup/index.ts';
import { openQueues, type Queues, type WorkQueue } from './queue.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let queues: Queues;
let queue: WorkQueue;

beforeAll(async () => {
  database = await freshDatabase();
  queues = await openQueues(database.url('lockstep_system'), 'pgboss', (error) => console.error(error));
  queue = queues.lanes;
});
afterAll(async () => {
  await queues.stop();
  await database.close();
});

it('hands each mailbox to one worker at once, and again when it is done', async () => {
  const seen: string[] = [];
  const waiting: (() => void)[] = [];
  let arrived: () => void = () => {};
  const arrival = () => new Promise<void>((resolve) => (arrived = resolve));
  let next = arrival();
  await queue.work(2, async (userId) => {
    seen.push(userId);
    arrived();
    await new Promise<void>((resolve) => waiting.push(resolve));
  });
  await queue.hand(['a']);
  await next;
  await queue.hand(['a', 'a']);
  next = arrival();
  await queue.hand(['b']);
  await next;
  expect(seen).toEqual(['a', 'b']);
  for (const done of waiting.splice(0)) done();
  next = arrival();
  while (seen.length < 3) {
    await queue.hand(['a']);
    await Promise.race([next, new Promise((resolve) => setTimeout(resolve, 20))]);
  }
  expect(seen).toEqual(['a', 'b', 'a']);
  for (const done of waiting.splice(0)) done();
});
