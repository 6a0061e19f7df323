import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/setup/index.ts';
import { seedCustomer } from '../../../tests/setup/seed-customer.ts';
import { connectOnce } from '../roles/index.ts';
import { appendAudit, canonicalJson, verifyAudit } from './index.ts';

let database: FreshDatabase;
let customerId: string;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  ({ customerId } = await seedCustomer(database.store));
});

const entry = (action: string, after: unknown = { enabled: true, list: [1, 'two'] }) => ({
  at: '2026-01-05T08:00:00.123Z',
  actorId: null,
  actorEmail: 'admin@example.com',
  onBehalfOf: null,
  reason: null,
  source: 'test',
  action,
  targetKind: 'user',
  targetId: 'u',
  before: null,
  after,
});
const append = (...actions: string[]) =>
  database.store.asCustomers([customerId], (transaction) =>
    appendAudit(
      transaction,
      database.store.auditKey,
      customerId,
      actions.map((action) => entry(action)),
    ),
  );

/** What somebody with the owner's password could do. */
const tamper = (text: string) =>
  connectOnce(database.url('lockstep_owner'), async (client) => {
    await client.query("SELECT set_config('app.maintenance', 'on', false)");
    await client.query(text, [customerId]);
  });

test('an untouched chain is intact, also an empty one', async () => {
  expect(await verifyAudit(database.store, customerId)).toMatchObject({ intact: true, entries: 0 });
  await append('one', 'two', 'three');
  expect(await verifyAudit(database.store, customerId)).toMatchObject({ intact: true, entries: 3 });
});

test('concurrent writers of one customer make one chain', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, index) => append(`${index}`)));
  expect(await verifyAudit(database.store, customerId)).toMatchObject({ intact: true, entries: 20 });
});

test.each([
  [
    'an edited value',
    'UPDATE audit SET after = \'{"enabled": false}\' WHERE customer_id = $1 AND sequence = 2',
    { firstBad: 2, fault: 'edited' },
  ],
  [
    'an edited actor',
    "UPDATE audit SET actor_email = 'other@example.com' WHERE customer_id = $1 AND sequence = 3",
    { firstBad: 3, fault: 'edited' },
  ],
  ['a deleted row', 'DELETE FROM audit WHERE customer_id = $1 AND sequence = 2', { firstBad: 2, fault: 'missing' }],
  [
    'a deleted row with the gap closed',
    'WITH gone AS (DELETE FROM audit WHERE customer_id = $1 AND sequence = 4) UPDATE audit_head SET sequence = 3 WHERE customer_id = $1',
    { firstBad: 3, fault: 'head-forged' },
  ],
  [
    'swapped rows',
    'UPDATE audit SET sequence = CASE sequence WHEN 2 THEN -3 WHEN 3 THEN -2 END WHERE customer_id = $1 AND sequence IN (2, 3)',
    { firstBad: 2, fault: 'missing' },
  ],
  ['a cut tail', 'DELETE FROM audit WHERE customer_id = $1 AND sequence = 4', { firstBad: 4, fault: 'cut' }],
  [
    'a cut tail with a head made for it',
    'WITH gone AS (DELETE FROM audit WHERE customer_id = $1 AND sequence = 4) UPDATE audit_head SET sequence = 3, hash = (SELECT hash FROM audit WHERE customer_id = $1 AND sequence = 3) WHERE customer_id = $1',
    { firstBad: 3, fault: 'head-forged' },
  ],
  ['a head removed with all rows', 'WITH gone AS (DELETE FROM audit_head WHERE customer_id = $1) SELECT 1', { fault: 'head-forged' }],
])('%s is found, and the first bad row named', async (_name, text, verdict) => {
  await append('one', 'two', 'three', 'four');
  await tamper(text);
  expect(await verifyAudit(database.store, customerId)).toMatchObject({ intact: false, ...verdict });
});

test('rows swapped with their numbers kept are found', async () => {
  await append('one', 'two', 'three');
  await tamper('UPDATE audit SET sequence = sequence + 100 WHERE customer_id = $1 AND sequence IN (2, 3)');
  await tamper('UPDATE audit SET sequence = CASE sequence WHEN 102 THEN 3 ELSE 2 END WHERE customer_id = $1 AND sequence > 100');
  expect(await verifyAudit(database.store, customerId)).toMatchObject({ intact: false, firstBad: 2, fault: 'moved' });
});

test('a chain signed with a former key is intact when that key is given', async () => {
  await append('one');
  const now = Buffer.alloc(32, 1);
  expect(await verifyAudit(database.store, customerId, [now])).toMatchObject({ intact: false, fault: 'head-forged' });
  expect(await verifyAudit(database.store, customerId, [now, database.store.auditKey])).toMatchObject({ intact: true });
});

test('canonical JSON does not depend on the order of keys, and leaves undefined out', () => {
  expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: undefined })).toBe('{"b":[1,{"c":"x","d":null}]}');
  expect(canonicalJson({ b: 1, a: 2 })).toBe(canonicalJson({ a: 2, b: 1 }));
});
