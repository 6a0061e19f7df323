import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/setup/index.ts';
import { at } from '../../../tests/setup/lane-fixture.ts';
import { seedCustomer } from '../../../tests/setup/seed-customer.ts';
import type { LiveDesk } from '../../http/ports/index.ts';
import { announce } from '../record/index.ts';
import { liveDesk } from './live-desk.ts';

let database: FreshDatabase;
let desk: LiveDesk & { close(): Promise<void> };
let customerId: string;
let userId: string;
beforeAll(async () => {
  database = await freshDatabase();
  desk = liveDesk(database.store);
  ({ customerId, userId } = await seedCustomer(database.store));
});
afterAll(async () => {
  await desk.close();
  await database.close();
});

const say = (kind: 'user.changed' | 'session.queued', hold: () => Promise<void> = async () => {}) =>
  database.store.asCustomers([customerId], async (transaction) => {
    await announce(transaction, customerId, [{ kind, userId }], at);
    await hold();
  });

/** So many events, once nothing hides them any more: what runs in other databases of the same server does, too, and the desk tells when to look again. */
async function arrived(place: string, count: number) {
  for (;;) {
    const told = Promise.withResolvers<void>();
    const stop = desk.listen(() => told.resolve());
    const rows = await desk.after([customerId], place, 10);
    if (rows.length < count) await told.promise;
    stop();
    if (rows.length >= count) return rows;
  }
}

test('an event that commits late is never skipped, and arrives in the order of ids', async () => {
  const place = await desk.lastId([customerId]);
  const heard: string[] = [];
  const news = Promise.withResolvers<void>();
  const stop = desk.listen((customer) => {
    heard.push(customer);
    news.resolve();
  });
  const door = Promise.withResolvers<void>();
  const numbered = Promise.withResolvers<void>();
  const slow = say('session.queued', () => {
    numbered.resolve();
    return door.promise;
  });
  // The slow one has its number before the quick one is made.
  await numbered.promise;
  await say('user.changed');
  expect(await desk.after([customerId], place, 10)).toEqual([]);
  door.resolve();
  await slow;
  const rows = await arrived(place, 2);
  expect(rows.map((row) => row.kind)).toEqual(['session.queued', 'user.changed']);
  expect(rows[0]).toMatchObject({ customerId, userId, at });
  expect(await desk.after([customerId], rows[0]!.id, 10)).toHaveLength(1);
  await news.promise;
  expect(heard[0]).toBe(customerId);
  stop();
});

test('a change that is rolled back tells nobody', async () => {
  const place = await desk.lastId([customerId]);
  await expect(say('user.changed', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await desk.after([customerId], place, 10)).toEqual([]);
});

test('events of another customer are not seen', async () => {
  const other = await seedCustomer(database.store);
  await say('user.changed');
  expect(await desk.after([other.customerId], '0', 10)).toEqual([]);
  expect(await desk.lastId([other.customerId])).toBe('0');
});
