import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DatabaseAway } from './database-away.ts';
import { watchConnection } from './watch-connection.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('tells once that the database is away and once that it is back, however many statements fail', async () => {
  const said: string[] = [];
  let there = false;
  let probes = 0;
  const watch = watchConnection(
    async () => {
      probes += 1;
      if (!there) throw new Error('connect ECONNREFUSED');
    },
    (line) => said.push(line),
  );
  for (let statement = 0; statement < 5; statement += 1) watch.suspect();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(said).toEqual([expect.stringMatching(/is away \(connect ECONNREFUSED\).*nothing is lost.*DATABASE_URL/)]);
  expect(probes).toBe(5);
  there = true;
  await vi.advanceTimersByTimeAsync(2_000);
  expect(said.slice(1)).toEqual(['The database is back; synchronization goes on.']);
  expect(probes).toBe(6);
  there = false;
  watch.suspect();
  await vi.advanceTimersByTimeAsync(0);
  expect(said).toHaveLength(3);
});

it('says nothing where it answers again before anybody looked, or after the end', async () => {
  const said: string[] = [];
  let there = true;
  const watch = watchConnection(
    () => (there ? Promise.resolve() : Promise.reject(new Error('gone'))),
    (line) => said.push(line),
  );
  watch.suspect();
  await vi.advanceTimersByTimeAsync(1_000);
  there = false;
  watch.suspect();
  watch.stop();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(said).toEqual([]);
});

it('speaks of a full disk once a minute: the server answers, and takes nothing', async () => {
  const said: string[] = [];
  const watch = watchConnection(
    () => Promise.resolve(),
    (line) => said.push(line),
  );
  const full = new DatabaseAway(Object.assign(new Error('could not extend file'), { code: '53100' }));
  for (let statement = 0; statement < 5; statement += 1) watch.suspect(full);
  expect(said).toEqual([expect.stringMatching(/disk of the database is full.*Free some space.*goes on by itself/)]);
  await vi.advanceTimersByTimeAsync(61_000);
  watch.suspect(full);
  expect(said).toHaveLength(2);
  watch.stop();
});
