import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/setup/index.ts';
import { seedCustomer } from '../../../tests/setup/seed-customer.ts';
import { type Accounts, createAccounts } from '../../accounts/index.ts';
import { uuidV7 } from '../../store/index.ts';
import { demoAccounts, demoRoles } from './demo-accounts.ts';
import { demoLogins } from './demo-logins.ts';
import type { DemoUser } from './insert-demo.ts';

let database: FreshDatabase;
let accounts: Accounts;
const now = Date.parse('2026-11-22T12:00:00.000Z');
const names = ['zoe', 'bob', 'ann'];

beforeAll(async () => {
  database = await freshDatabase();
  const { customerId, organizationId, userId } = await seedCustomer(database.store);
  // At one and the same time, as the first start makes them.
  const ids = uuidV7(() => now);
  accounts = createAccounts({
    store: database.store,
    tokenKey: new Uint8Array(32).fill(7),
    now: () => now,
    newId: () => ids.next(),
    returnAddresses: [],
  });
  const users = names.map(
    (name): DemoUser => ({
      ...{ id: userId, email: `${name}@fernwood.example`, name, graphUserId: ids.next(), zone: 'UTC', company: 'Fernwood' },
      ...{ mailboxAccess: 'graph-app-only', salesforceUserId: '005', salesforceOrgId: '00D', instanceUrl: 'http://127.0.0.1' },
    }),
  );
  const demo = { tenantId: ids.next(), customerId, partnerId: ids.next(), organizationIds: [organizationId] };
  for (const account of demoAccounts(demo, users)) await accounts.provision(account);
});
afterAll(() => database?.close());

it('names one account for each role and the two users that have a password, and each can sign in both ways', async () => {
  const logins = await demoLogins(accounts, database.store);
  expect(logins.map(({ role, email }) => [role, email])).toEqual([
    ...demoRoles.map(({ role, email }) => [role, email]),
    ['user', 'zoe@fernwood.example'],
    ['user', 'bob@fernwood.example'],
  ]);
  for (const { role, email, password, token } of logins) {
    expect(await accounts.authenticate(token)).toMatchObject({ email, grants: [{ role }] });
    expect(await accounts.password(email, password, 'api')).toMatchObject({ ok: true });
  }
});
