import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/setup/index.ts';
import { ids } from '../../tests/setup/lane-fixture.ts';
import { seedCustomer } from '../../tests/setup/seed-customer.ts';
import { countItems } from './count-items.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const at = '2026-01-05T08:00:00.000Z';

it('counts nothing where there is no mailbox', async () => {
  expect(await countItems(database.store)).toEqual({ mailboxes: 0, sources: 0, linked: [], left: [], issues: [] });
});

it('counts pairs once, items left by their newest decision, and open issues; of all customers', async () => {
  for (const customer of [await seedCustomer(database.store), await seedCustomer(database.store)]) {
    const { customerId, userId } = customer;
    await database.store.asCustomers([customerId], async ({ execute }) => {
      const link = (state: string, outlook: string) =>
        execute(
          `INSERT INTO link (id, customer_id, user_id, object, state, outlook_id, salesforce_id, writes, created_at, updated_at)
           VALUES ($1, $2, $3, 'contact', $4, $5, 'S' || $5, '[]', $6, $6)`,
          [ids.next(), customerId, userId, state, outlook, at],
        );
      await link('linked', 'pair');
      await link('ended', 'ended');
      const item = async (remoteId: string, action: string, reason: string, removed = false) => {
        await execute(
          `INSERT INTO observation (customer_id, user_id, side, object, remote_id, version, facts, removed, confirmed, planned, generation, observed_at)
           VALUES ($1, $2, 'outlook', 'contact', $3, '1', '{}', $4, false, true, 1, $5)`,
          [customerId, userId, remoteId, removed, at],
        );
        await execute(
          `INSERT INTO decision (customer_id, user_id, side, object, remote_id, session_id, room, reason, action, inputs, at)
           VALUES ($1, $2, 'outlook', 'contact', $3, $4, 'plan', $5, $6, '{}', $7)`,
          [customerId, userId, remoteId, ids.next(), reason, action, at],
        );
      };
      await item('pair', 'skip', 'private');
      await item('private', 'skip', 'private');
      await item('gone', 'skip', 'private', true);
      await item('sent', 'create', 'everything');
      for (const state of ['open', 'answered'])
        await execute(
          `INSERT INTO issue (id, customer_id, user_id, object, reason, detail, state, first_seen_at, last_seen_at)
           VALUES ($1, $2, $3, 'contact', 'duplicate-candidates', '{}', $4, $5, $5)`,
          [ids.next(), customerId, userId, state, at],
        );
    });
  }
  expect(await countItems(database.store)).toEqual({
    mailboxes: 2,
    sources: 0,
    linked: [{ object: 'contact', count: 2 }],
    left: [{ object: 'contact', reason: 'private', count: 2 }],
    issues: [{ object: 'contact', reason: 'duplicate-candidates', count: 2 }],
  });
});
