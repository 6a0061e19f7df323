import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Clock } from '../../core/sync/index.ts';
import type { Dispatcher } from './dispatcher.ts';
import { settle } from './settle.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const worldTime = Date.UTC(2031, 0, 1);
const clock = { now: () => worldTime, sleep: async () => {} } as Clock;

/** A desk on which so many looks find these mailboxes open. */
function house(looks: string[][]) {
  const asked: string[] = [];
  let woken = 0;
  const desk = {
    async unsettled(at: string) {
      asked.push(at);
      return looks.length > 1 ? (looks.shift() ?? []) : (looks[0] ?? []);
    },
  };
  const dispatcher: Dispatcher = {
    async wake() {
      woken += 1;
    },
    stop: async () => {},
  };
  return { desk, dispatcher, asked, woken: () => woken };
}

it('waits until everything that fell due in the world is done, handing out again each time', async () => {
  const { desk, dispatcher, asked, woken } = house([['a', 'b'], ['b'], []]);
  const settled = settle([desk], dispatcher, clock);
  await vi.advanceTimersByTimeAsync(200);
  expect(await settled).toEqual([]);
  expect(asked).toEqual(Array.from({ length: 3 }, () => new Date(worldTime).toISOString()));
  expect(woken()).toBe(3);
});

it('answers who still runs when the deadline has passed', async () => {
  const { desk, dispatcher } = house([['slow']]);
  const settled = settle([desk], dispatcher, clock, 1_000);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await settled).toEqual(['slow']);
});

it('waits for the jobs too, and names each only as long as it runs', async () => {
  const lanes = house([[]]);
  const jobs = house([['job'], []]);
  const settled = settle([lanes.desk, jobs.desk], lanes.dispatcher, clock);
  await vi.advanceTimersByTimeAsync(200);
  expect(await settled).toEqual([]);
  expect(jobs.asked).toHaveLength(2);
});
