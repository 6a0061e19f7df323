import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../tests/setup/index.ts';
import { seedCustomer } from '../../tests/setup/seed-customer.ts';
import { secretRows } from '../store/index.ts';
import { makeDataKey, rewrapDataKey, unwrapDataKey } from './data-keys.ts';
import { open, SealBroken, seal } from './seal.ts';
import { createSecretBox } from './secret-box.ts';

const at = '2026-11-22T12:00:00.000Z';

describe('a seal', () => {
  const key = randomBytes(32);
  const context = { customerId: 'c', ownerId: 'o', kind: 'k' };
  const sealed = seal(key, context, Buffer.from('refresh token'));

  it('opens for the same key and context, and does not show its content', () => {
    expect(open(key, context, sealed).toString()).toBe('refresh token');
    expect(sealed.includes('refresh')).toBe(false);
  });

  it.each([{ customerId: 'x' }, { ownerId: 'x' }, { kind: 'x' }])('does not open for another context: %j', (other) => {
    expect(() => open(key, { ...context, ...other }, sealed)).toThrow(SealBroken);
  });

  it('does not open with another key, or with a byte changed, or cut', () => {
    expect(() => open(randomBytes(32), context, sealed)).toThrow(SealBroken);
    for (const at of [0, 14, sealed.length - 1]) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => open(key, context, changed)).toThrow(SealBroken);
    }
    expect(() => open(key, context, sealed.subarray(0, 20))).toThrow(SealBroken);
  });

  it('takes parts of a context for what they are', () => {
    const one = seal(key, { customerId: 'a', ownerId: 'b|1:c', kind: 'd' }, Buffer.from('x'));
    expect(() => open(key, { customerId: 'a|1:b', ownerId: 'c', kind: 'd' }, one)).toThrow(SealBroken);
  });
});

describe('a data key', () => {
  it('opens under a new master key after rewrapping, and no longer under the old one', () => {
    const [old, fresh] = [randomBytes(32), randomBytes(32)];
    const made = makeDataKey(old, 'c', 'k1');
    const again = rewrapDataKey(old, fresh, 'c', made);
    expect(unwrapDataKey(fresh, 'c', again)).toEqual(made.key);
    expect(() => unwrapDataKey(old, 'c', again)).toThrow(SealBroken);
    expect(() => unwrapDataKey(fresh, 'other', again)).toThrow(SealBroken);
  });
});

describe('the secret box', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.close());

  it('keeps values by version, refuses the loser of a race, and stores nothing readable', async () => {
    const { customerId, userId } = await seedCustomer(database.store);
    const master = randomBytes(32);
    const box = createSecretBox(master, secretRows(database.store), randomUUID);
    const context = { customerId, ownerId: userId, kind: 'salesforce' };
    expect(await box.read(context)).toBeUndefined();
    expect(await box.swap(context, 0, { refreshToken: 'first-secret' }, at)).toBe(1);
    expect(await box.swap(context, 0, { refreshToken: 'lost' }, at)).toBeUndefined();
    const races = await Promise.all([1, 2, 3].map((n) => box.swap(context, 1, { refreshToken: `second-${n}` }, at)));
    expect(races.filter((version) => version !== undefined)).toEqual([2]);
    const other = createSecretBox(master, secretRows(database.store), randomUUID);
    expect(await other.read(context)).toMatchObject({ version: 2, value: { refreshToken: expect.stringMatching(/^second-/) } });
    const rows = await database.store.asCustomers([customerId], ({ query }) =>
      query('SELECT encode(sealed, $1) AS sealed FROM secret', ['escape']),
    );
    expect(JSON.stringify(rows)).not.toContain('second');
  });

  it('makes one data key for a customer, however many ask at once', async () => {
    const { customerId, userId } = await seedCustomer(database.store);
    const box = createSecretBox(randomBytes(32), secretRows(database.store), randomUUID);
    await Promise.all(['a', 'b', 'c', 'd'].map((kind) => box.put({ customerId, ownerId: userId, kind }, kind, at)));
    const keys = await database.store.asCustomers([customerId], ({ query }) => query('SELECT id FROM customer_key'));
    expect(keys).toHaveLength(1);
    expect(await box.read({ customerId, ownerId: userId, kind: 'c' })).toMatchObject({ value: 'c' });
  });

  it('does not open with another master key', async () => {
    const { customerId, userId } = await seedCustomer(database.store);
    const context = { customerId, ownerId: userId, kind: 'graph' };
    await createSecretBox(randomBytes(32), secretRows(database.store), randomUUID).put(context, 'x', at);
    await expect(createSecretBox(randomBytes(32), secretRows(database.store), randomUUID).read(context)).rejects.toThrow(SealBroken);
  });
});
