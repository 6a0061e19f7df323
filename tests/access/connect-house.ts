import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryVault } from '../../core/connectivity/index.ts';
import { objectMaps } from '../../core/mapping/index.ts';
import { browse } from '../../sandbox/identity/testing/browse.ts';
import { startSandbox } from '../../sandbox/index.ts';
import { assemble } from '../../service/composition/assemble.ts';
import { listen } from '../../service/composition/listen.ts';
import { useSandbox } from '../../service/composition/sandbox-addresses.ts';
import { ServiceClock } from '../../service/composition/service-clock.ts';
import { configSchema } from '../../service/config/index.ts';
import { createApi } from '../../service/http/index.ts';
import { runMailbox } from '../../service/lanes/run-mailbox.ts';
import { userToken } from '../../service/salesforce/tokens/index.ts';
import { laneDesk, laneStore, uuidV7 } from '../../service/store/index.ts';
import { createTelemetry } from '../../service/telemetry/index.ts';
import { freshDatabase } from '../setup/index.ts';
import { type SeededCustomer, seedCustomer } from '../setup/seed-customer.ts';

export type Side = 'mailbox' | 'salesforce' | 'sources';
export interface Reply {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: each test knows the answer that it waits for
  body: any;
}

const verifier = 'a-verifier-of-the-surface-that-is-long-enough-0123456789';

/**
 * Lockstep as `npm start` puts it together (API, accounts, connections, engine) over the whole sandbox by HTTP and a real database; only the
 * dispatcher is missing: a test says when a mailbox has its turn.
 */
export async function openConnectHouse() {
  const undo: (() => unknown)[] = [];
  const data = mkdtempSync(join(tmpdir(), 'lockstep-connect-'));
  undo.push(() => rmSync(data, { recursive: true, force: true }));
  const sandbox = await startSandbox({ port: 0, data, world: 'empty' }, () => undefined);
  undo.push(() => sandbox.stop());
  const { ready } = sandbox;
  const database = await freshDatabase();
  undo.push(() => database.close());
  const { store } = database;

  let answer: Parameters<typeof listen>[0] = () => new Response(null, { status: 503 });
  const door = await listen((request, environment) => answer(request, environment), { host: '127.0.0.1', port: 0, name: 'the service' });
  undo.push(() => door.close());
  const config = useSandbox(configSchema.parse({ port: door.port, data }), ready);
  const clock = new ServiceClock();
  const ids = uuidV7(() => clock.now());
  const key = (fill: number) => Buffer.alloc(32, fill);
  const parts = assemble(
    { config, sandbox: ready },
    {
      clock,
      ids,
      keys: { master: key(1), audit: key(7), tokens: key(3) },
      database: {
        store,
        how: 'test',
        migrated: [],
        notices: [],
        systemUrl: database.url('lockstep_system'),
        ownerUrl: '',
        close: async () => undefined,
      },
      telemetry: createTelemetry({ part: 'service', destination: { write: () => undefined } }),
    },
  );
  undo.push(() => parts.close());
  undo.push(() => parts.live.close());
  const api = createApi(parts.api);
  answer = (request, environment) => api.fetch(request, environment);

  const call = async (token: string | null, method: string, path: string, body?: object): Promise<Reply> => {
    const response = await fetch(door.url + path, {
      method,
      redirect: 'manual',
      headers: {
        'lockstep-client': 'console/0.1.0',
        'content-type': 'application/json',
        ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: response.status, body: await response.json().catch(() => null) };
  };
  const world = async (method: string, path: string, body?: object) => {
    const response = await fetch(ready.world + path, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  };

  /** A person at Microsoft's pages: picks the account, consents where asked, and is sent back to the service; answers where that sends on. */
  const atMicrosoft = async (url: string, account: string): Promise<string> => {
    let page = await browse(url, door.url);
    for (const form of [{ account }, { consent: 'accept' }] as Record<string, string>[]) {
      if (!page.url.startsWith(door.url)) page = await browse(page.url, door.url, form, page.cookies);
    }
    return sentOn(page.url);
  };
  const atSalesforce = async (url: string, username: string): Promise<string> => {
    const { origin, pathname, searchParams } = new URL(url);
    const back = await browse(origin + pathname, door.url, { ...Object.fromEntries(searchParams), username, password: 'any' });
    return sentOn(back.url);
  };
  const sentOn = async (url: string): Promise<string> => {
    const response = await fetch(url, { redirect: 'manual' });
    return response.headers.get('location') ?? `no way on from ${url}: ${response.status}`;
  };

  const returnTo = `${door.url}/console/callback.html`;
  return {
    ready,
    store,
    call,
    world,
    parts,
    /** As somebody who holds a copy of the refresh token. */
    refreshSalesforce: async (refreshToken: string): Promise<string> => {
      const { oauth } = parts.connections;
      if (!oauth) throw new Error('the sandbox gave no Salesforce client');
      return userToken(oauth, memoryVault({ accessToken: null, refreshToken, expiresAt: null }))();
    },
    inside: <Row extends object>(customer: SeededCustomer, sql: string, values: unknown[] = []) =>
      store.asCustomers([customer.customerId], ({ query }) => query<Row>(sql, values)),

    /** A customer of the sandbox's tenant with one user, new: nothing is connected, synchronization is off. */
    async newUser(person: { id: string; address: string; access: string }): Promise<SeededCustomer> {
      const customer = await seedCustomer(store);
      await store.asCustomers([customer.customerId], async ({ execute }) => {
        await execute('UPDATE customer SET tenant_id = $2 WHERE id = $1', [customer.customerId, ready.tenant]);
        await execute(
          `UPDATE "user" SET email = $2, mailbox_address = $2, graph_user_id = $3, mailbox_access = $4, synchronization_enabled = false,
             time_zone = 'Europe/London' WHERE id = $1`,
          [customer.userId, person.address, person.id, person.access],
        );
        const settings = { 'contact.trigger': 'everything', 'event.trigger': 'everything', 'activation.preview': false };
        for (const [setting, value] of Object.entries(settings))
          await execute(
            `INSERT INTO setting (customer_id, level, level_id, key, value, may_adjust, updated_at) VALUES ($1, 'customer', $1, $2, $4, true, $3)`,
            [customer.customerId, setting, new Date(clock.now()).toISOString(), JSON.stringify(value)],
          );
      });
      return customer;
    },

    /** Signs in to Lockstep with Microsoft; answers the bearer token. */
    async signIn(address: string): Promise<string> {
      const codeChallenge = createHash('sha256').update(verifier).digest('base64url');
      const started = await call(null, 'POST', '/api/sign-in/oidc/start', { returnTo, state: 'of-the-surface', codeChallenge });
      const code = new URL(await atMicrosoft(started.body.url, address)).searchParams.get('code');
      const finished = await call(null, 'POST', '/api/sign-in/oidc/finish', { code, codeVerifier: verifier });
      return finished.body.accessToken;
    },

    /** Connects one side by the routes, as `who` at the provider. */
    async connect(token: string, userId: string, side: Side, who: string): Promise<Reply> {
      const path = `/api/users/${userId}/connections/${side}`;
      const started = await call(token, 'POST', path, { returnTo });
      if (started.status !== 200) return started;
      const back = new URL(await (side === 'salesforce' ? atSalesforce : atMicrosoft)(started.body.url, who));
      return call(token, 'POST', `${path}/finish`, { code: back.searchParams.get('code') ?? back.searchParams.get('error') });
    },

    /** Gives the mailbox its turn now, and answers how its session ended. */
    async sync(customer: SeededCustomer) {
      const at = new Date(clock.now()).toISOString();
      await store.asSystem(({ execute }) =>
        execute('UPDATE lane SET due_at = $2, parked_until = NULL WHERE user_id = $1', [customer.userId, at]),
      );
      const lane = {
        ...parts,
        desk: laneDesk(store, ids),
        store: laneStore(store, ids),
        maps: objectMaps,
        wall: () => Date.now(),
        hash: (text: string) => createHash('sha256').update(text).digest('hex'),
        random: () => 0.5,
        worker: 'house',
      };
      const result = await runMailbox(lane, customer.userId, new AbortController().signal);
      const [session] = await store.asCustomers([customer.customerId], ({ query }) =>
        query<{ state: string; reason: string | null; error: { message: string } | null }>(
          'SELECT state, reason, error FROM session WHERE user_id = $1 ORDER BY started_at DESC, id DESC LIMIT 1',
          [customer.userId],
        ),
      );
      return { result, ...session };
    },

    async close() {
      for (const step of undo.reverse()) await step();
    },
  };
}
