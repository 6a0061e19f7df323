import { createHash } from 'node:crypto';
import { devNull } from 'node:os';
import { pino } from 'pino';
import { objectMaps } from '../../../core/mapping/index.ts';
import { salesforceSecret } from '../../../service/composition/connections.ts';
import { type DemoUser, insertDemo } from '../../../service/composition/demo/insert-demo.ts';
import { readWorld } from '../../../service/composition/demo/read-world.ts';
import { signInSalesforce } from '../../../service/composition/demo/sign-in-salesforce.ts';
import { loadKeys } from '../../../service/composition/keys.ts';
import { openEngine } from '../../../service/composition/open-engine.ts';
import { findSandbox, type Sandbox, useSandbox } from '../../../service/composition/sandbox-addresses.ts';
import { ServiceClock } from '../../../service/composition/service-clock.ts';
import { firstToken } from '../../../service/composition/token-vault.ts';
import { readConfig } from '../../../service/config/index.ts';
import { runMailbox } from '../../../service/lanes/run-mailbox.ts';
import { attachServer, laneDesk, laneStore, openDatabase, type Store, uuidV7 } from '../../../service/store/index.ts';
import { createTelemetry } from '../../../service/telemetry/index.ts';
import type { OpenAnswer, RunAnswer } from './engine-messages.ts';

export interface BenchEngine extends OpenAnswer {
  run(mailbox: string, offset: number): Promise<RunAnswer>;
  close(): Promise<void>;
}

interface BenchUser {
  customerId: string;
  id: string;
}

/** The engine as a worker composes it, on its own embedded server, with connected mailboxes of the sandbox that runs on the data folder. */
export async function openBenchEngine(data: string, mailboxes: readonly string[]): Promise<BenchEngine> {
  const sandbox = findSandbox(data);
  if (!sandbox) throw new Error(`no sandbox runs on ${data}`);
  const config = useSandbox(readConfig({ folder: data, environment: {}, arguments: { data } }), sandbox);
  const clock = new ServiceClock();
  const ids = uuidV7(() => clock.now());
  const keys = loadKeys(config);
  const telemetry = createTelemetry({ part: 'bench', destination: pino.destination(devNull) });
  const database = await openDatabase({
    dataFolder: data,
    port: 0,
    databaseUrl: null,
    masterKey: keys.master,
    auditKey: keys.audit,
    at: new Date(),
  });
  const { store } = database;
  const engine = openEngine(config, { clock, ids, keys, database, telemetry });
  const users = await connectUsers({ store, ids, engine, sandbox, mailboxes });
  const parts = {
    desk: laneDesk(store, ids),
    store: laneStore(store, ids),
    providers: engine.providers,
    maps: objectMaps,
    notices: engine.notices,
    clock,
    wall: () => Date.now(),
    ids,
    hash: (text: string) => createHash('sha256').update(text).digest('hex'),
    random: Math.random,
    worker: 'bench',
    report: engine.report,
  };
  const server = attachServer(data);
  return {
    postmaster: server.pid,
    folder: server.folder,
    async run(mailbox, offset) {
      const user = users.get(mailbox);
      if (!user) throw new Error(`${mailbox} is not connected`);
      clock.follow(offset);
      const began = performance.now();
      const result = await runMailbox(parts, user.id, new AbortController().signal);
      const milliseconds = performance.now() - began;
      if (result !== 'ended') throw new Error(`the mailbox did not run: ${result}`);
      return { milliseconds, ...(await lastSession(store, user)) };
    },
    async close() {
      await engine.close();
      await database.close();
    },
  };
}

interface Connecting {
  store: Store;
  ids: { next(): string };
  engine: ReturnType<typeof openEngine>;
  sandbox: Sandbox;
  mailboxes: readonly string[];
}

async function connectUsers({ store, ids, engine, sandbox, mailboxes }: Connecting): Promise<Map<string, BenchUser>> {
  const world = await readWorld(sandbox.world);
  const { oauth } = engine.connections;
  const signedIn = await Promise.all(
    mailboxes.map(async (mailbox) => {
      const person = world.find(({ address }) => address === mailbox);
      if (!person?.salesforce || !oauth) throw new Error(`${mailbox} is not in the world`);
      const grant = await signInSalesforce(oauth, person.salesforce.username);
      const user: DemoUser = {
        id: ids.next(),
        email: person.address,
        name: person.displayName,
        graphUserId: person.id,
        mailboxAccess: 'graph-app-only',
        zone: 'Europe/London',
        company: 'Bench',
        salesforceUserId: person.salesforce.id,
        salesforceOrgId: grant.orgId ?? '',
        instanceUrl: grant.instanceUrl,
      };
      return { user, grant };
    }),
  );
  const at = new Date().toISOString();
  const users = signedIn.map(({ user }) => user);
  const { customerId } = await insertDemo({ store, ids, tenantId: sandbox.tenant, window: null }, users, at);
  for (const { user, grant } of signedIn)
    await engine.secrets.put({ customerId, ownerId: user.id, kind: salesforceSecret }, firstToken(grant), at);
  return new Map(users.map(({ email, id }) => [email, { customerId, id }]));
}

async function lastSession(store: Store, user: BenchUser): Promise<Omit<RunAnswer, 'milliseconds'>> {
  const [session] = await store.asCustomers([user.customerId], ({ query }) =>
    query<Omit<RunAnswer, 'milliseconds' | 'message'> & { error: { message?: string } | null }>(
      'SELECT state, counts, requests, error FROM session WHERE user_id = $1 ORDER BY started_at DESC, id DESC LIMIT 1',
      [user.id],
    ),
  );
  if (!session) throw new Error('the run left no session');
  const { error, ...rest } = session;
  return { ...rest, message: error?.message ?? null };
}
