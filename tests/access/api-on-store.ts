import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { type Client, createClient } from '../../core/contract/client/index.ts';
import type { RoleGrant } from '../../core/model/index.ts';
import { createAccounts, createIdempotency } from '../../service/accounts/index.ts';
import { createLastingId } from '../../service/composition/lasting-id.ts';
import { type ApiOptions, createApi } from '../../service/http/index.ts';
import {
  conflicts,
  customizationDesk,
  directory,
  force,
  groups,
  history,
  itemBooks,
  jobs,
  ledger,
  liveDesk,
  openLedger,
  salesforceOrgs,
  uuidV7,
} from '../../service/store/index.ts';
import { type FreshDatabase, freshDatabase } from '../setup/index.ts';
import { type SeededCustomer, seedCustomer } from '../setup/seed-customer.ts';
import { createFakeItems } from './fake-items.ts';
import { createFakeMail } from './fake-mail.ts';
import { createFakeMapping } from './fake-mapping.ts';
import { createFakeSources } from './fake-sources.ts';

const start = Date.parse('2026-11-22T12:00:00.000Z');
const at = new Date(start - 300_000).toISOString();

export interface Filled extends SeededCustomer {
  session: string;
  issue: string;
  /** The lane of a Team that is switched on and owned by the user; in no list or count of users. */
  teamId: string;
}

const inside = (database: FreshDatabase, customer: SeededCustomer, text: string, values: unknown[]) =>
  database.store.asCustomers([customer.customerId], (transaction) => transaction.execute(text, values));

/** A customer whose mailbox has had a session: with an open issue and the decision behind it. */
const seedFilled = async (database: FreshDatabase, newId: () => string): Promise<Filled> => {
  const customer = await seedCustomer(database.store);
  const [session, issue, teamId] = [newId(), newId(), newId()];
  const counts = [{ object: 'contact', direction: 'up', created: 3, updated: 0, deleted: 0, skipped: 1, failed: 0, held: 0 }];
  const requests = { outlook: { http: 1, operations: 2 }, salesforce: { http: 1, operations: 1 } };
  await inside(
    database,
    customer,
    `INSERT INTO session (id, customer_id, user_id, trigger, state, queued_at, started_at, finished_at, counts, requests)
     VALUES ($1, $2, $3, 'schedule', 'succeeded', $4, $4, $4, $5, $6)`,
    [session, customer.customerId, customer.userId, at, JSON.stringify(counts), JSON.stringify(requests)],
  );
  await inside(
    database,
    customer,
    `INSERT INTO issue (id, customer_id, user_id, session_id, object, side, remote_id, reason, detail, state, first_seen_at, last_seen_at)
     VALUES ($1, $2, $3, $4, 'contact', 'outlook', 'AAMk1', 'refused-by-rule', '{"message":"Close date required"}', 'open', $5, $5)`,
    [issue, customer.customerId, customer.userId, session, at],
  );
  await inside(
    database,
    customer,
    `INSERT INTO decision (customer_id, user_id, session_id, side, object, remote_id, room, reason, action, inputs, at)
     VALUES ($1, $2, $3, 'outlook', 'contact', 'AAMk1', 'write', 'refused-by-rule', 'create', '{}', $4)`,
    [customer.customerId, customer.userId, session, at],
  );
  await inside(database, customer, 'UPDATE "user" SET configured_at = $2, last_success_at = $2, initialized_at = $2 WHERE id = $1', [
    customer.userId,
    at,
  ]);
  await seedTeam(database, customer, teamId);
  return { ...customer, session, issue, teamId };
};

const seedTeam = async (database: FreshDatabase, customer: SeededCustomer, id: string): Promise<void> => {
  const address = `team-${id}@example.com`;
  await inside(
    database,
    customer,
    `INSERT INTO source (id, customer_id, kind, remote_id, name, address, organization_id, owner_id, found_at, seen_at)
     VALUES ($1, $2, 'team', 'group-1', 'Sales Team', $3, $4, $5, $6, $6)`,
    [id, customer.customerId, address, customer.organizationId, customer.userId, at],
  );
  await inside(
    database,
    customer,
    `INSERT INTO "user" (id, customer_id, kind, organization_id, plan_id, email, display_name, mailbox_access, mailbox_address,
                         synchronization_enabled, configured_at, created_at, updated_at)
     SELECT $1, customer_id, 'team', organization_id, plan_id, $2, 'Sales Team', 'graph-delegated', $2, true, $3, $3, $3 FROM "user" WHERE id = $4`,
    [id, address, at, customer.userId],
  );
  await inside(database, customer, 'INSERT INTO lane (user_id, customer_id, due_at, epoch) VALUES ($1, $2, $3, 0)', [
    id,
    customer.customerId,
    at,
  ]);
};

export type Role = 'admin' | 'boss' | 'rival' | 'chief' | 'self';

/** The API as the service puts it together, on a real database and a real socket, called by the client of the surfaces. */
export const openApiOnStore = async () => {
  const database = await freshDatabase();
  const { store } = database;
  const clock = { now: start };
  const ids = uuidV7(() => clock.now);
  const [one, other] = [await seedFilled(database, () => ids.next()), await seedFilled(database, () => ids.next())];
  const accounts = createAccounts({
    store,
    tokenKey: new Uint8Array(32).fill(7),
    now: () => Date.now(),
    newId: () => ids.next(),
    returnAddresses: [],
  });
  const add = async (
    name: Role,
    role: RoleGrant['role'],
    level: RoleGrant['scope']['level'],
    id: string | null,
    customerId: string | null,
  ) =>
    accounts.demoToken(
      await accounts.provision({ email: `${name}@people.example`, name, grants: [{ role, scope: { level, id }, customerId }] }),
    );
  const tokens: Record<Role, string> = {
    admin: await add('admin', 'platform-admin', 'platform', null, null),
    boss: await add('boss', 'customer-admin', 'customer', one.customerId, one.customerId),
    rival: await add('rival', 'customer-admin', 'customer', other.customerId, other.customerId),
    chief: await add('chief', 'organization-user', 'organization', one.organizationId, one.customerId),
    self: await add('self', 'user', 'self', one.userId, one.customerId),
  };
  const failures: unknown[] = [];
  const live = liveDesk(store);
  const moment = () => new Date(clock.now).toISOString();
  const options: ApiOptions = {
    signIn: accounts,
    directory: directory(store, ids),
    ledger: ledger(store, ids),
    jobs: jobs(store, ids),
    history: history(store),
    conflicts: conflicts(store, ids),
    openLedger: openLedger(store, ids),
    coverage: { of: async () => [] },
    mail: createFakeMail(),
    items: createFakeItems(),
    salesforce: {
      ...salesforceOrgs(store, ids),
      appointReader: async (org, userId, act) => {
        await salesforceOrgs(store, ids).setReader(org, userId, act);
        return { ok: true };
      },
    },
    sources: createFakeSources([]),
    mapping: createFakeMapping(),
    customization: customizationDesk(store, ids),
    groups: groups(store, ids),
    live,
    engine: {
      force: (mailbox, act) => force(store, ids, mailbox, act),
      checkConnectivity: async (_mailbox, side) => ({ side, result: 'passed', startedAt: moment(), finishedAt: moment(), steps: [] }),
      // As Exchange would translate them: an id of EWS is the lasting one with a slash in it.
      lastingId: createLastingId({
        knows: (mailbox, item) => itemBooks(store).knows(mailbox, { ...item, side: 'outlook' }),
        outlook: async () => ({ lastingIds: async (given) => new Map(given.map((id) => [id, id.replaceAll('/', '')])) }),
      }),
      explain: async () => ({ ok: true, explanation: null }),
      visibility: async () => ({ ok: true, item: null }),
      findPeople: async () => ({ ok: true, matches: [] }),
    },
    idempotency: createIdempotency(store),
    surroundings: { now: () => clock.now, realNow: () => Date.now(), every: () => () => undefined, newId: () => ids.next() },
    log: { request: () => undefined, failure: ({ error }) => void failures.push(error) },
    version: '0.1.0',
    minClient: '0.1.0',
    features: [],
    mode: 'production',
    allowedOrigins: [],
  };
  const server = createServer(getRequestListener(createApi(options).fetch)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    one,
    other,
    store,
    ids,
    clock,
    failures,
    inside: (customer: SeededCustomer, text: string, values: unknown[]) => inside(database, customer, text, values),
    as: (who: Role): Client =>
      createClient({
        baseUrl,
        surface: 'console/0.1.0',
        token: () => tokens[who],
        newKey: () => ids.next(),
        now: () => clock.now,
        sleep: async () => undefined,
        fetch: globalThis.fetch,
      }),
    async close() {
      server.closeAllConnections();
      server.close();
      await live.close();
      await database.close();
    },
  };
};
