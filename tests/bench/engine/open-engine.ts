import { createHash } from 'node:crypto';
import { objectMaps } from '../../../core/mapping/index.ts';
import type { Ready } from '../../../sandbox/world/start/write-ready.ts';
import { createConnections, salesforceSecret } from '../../../service/composition/connections.ts';
import { type DemoUser, insertDemo } from '../../../service/composition/demo/insert-demo.ts';
import { readWorld } from '../../../service/composition/demo/read-world.ts';
import { signInSalesforce } from '../../../service/composition/demo/sign-in-salesforce.ts';
import { createProviders } from '../../../service/composition/provider-desk.ts';
import { ServiceClock } from '../../../service/composition/service-clock.ts';
import { firstToken } from '../../../service/composition/token-vault.ts';
import { type LaneParts, runMailbox } from '../../../service/lanes/run-mailbox.ts';
import type { SalesforceOAuth } from '../../../service/salesforce/tokens/index.ts';
import { createSecretBox } from '../../../service/secrets/index.ts';
import { attachServer, laneDesk, laneStore, openDatabase, type Store, secretRows, uuidV7 } from '../../../service/store/index.ts';
import type { OpenAnswer, RunAnswer } from './engine-messages.ts';

export interface Engine extends OpenAnswer {
  run(offset: number): Promise<RunAnswer>;
  close(): Promise<void>;
}

const master = Buffer.alloc(32, 5);

/** The engine as the service composes it: embedded server, sealed tokens, both adapters; one connected mailbox of the world. */
export async function openEngine(data: string, ready: Ready, mailbox: string): Promise<Engine> {
  const clock = new ServiceClock();
  const ids = uuidV7(() => clock.now());
  const database = await openDatabase({
    dataFolder: data,
    port: 0,
    databaseUrl: null,
    masterKey: master,
    auditKey: master,
    at: new Date(),
  });
  const { store } = database;
  const secrets = createSecretBox(master, secretRows(store), () => ids.next());
  const config = {
    identity: ready.identity,
    graph: ready.graph,
    salesforce: ready.salesforce,
    graphClient: ready.graphClient,
    salesforceClient: ready.salesforceClient,
    salesforceApiVersion: '62.0',
  };
  // Tokens live in real time, as the sandbox's do.
  const connections = createConnections(config, { secrets, clock: new ServiceClock(), random: Math.random });
  if (!connections.oauth) throw new Error('no Salesforce client');
  const user = await connectUser({ store, ids, secrets, oauth: connections.oauth, ready, mailbox });
  const parts: LaneParts = {
    desk: laneDesk(store, ids),
    store: laneStore(store, ids),
    providers: createProviders({
      config,
      connections,
      clock,
      ids,
      random: Math.random,
      instanceUrl: async () => user.instanceUrl,
      limits: () => {},
    }),
    maps: objectMaps,
    notices: { suspended: async () => {} },
    clock,
    wall: () => Date.now(),
    ids,
    hash: (text) => createHash('sha256').update(text).digest('hex'),
    random: Math.random,
    worker: 'bench',
    report: () => {},
  };
  const server = attachServer(data);
  return {
    postmaster: server.pid,
    folder: server.folder,
    run: (offset) => {
      clock.follow(offset);
      return run(parts, store, user);
    },
    close: () => database.close(),
  };
}

interface Connecting {
  store: Store;
  ids: { next(): string };
  secrets: ReturnType<typeof createSecretBox>;
  oauth: SalesforceOAuth;
  ready: Ready;
  mailbox: string;
}
type ConnectedUser = DemoUser & { customerId: string };

async function connectUser({ store, ids, secrets, oauth, ready, mailbox }: Connecting): Promise<ConnectedUser> {
  const person = (await readWorld(ready.world)).find(({ address }) => address === mailbox);
  if (!person?.salesforce) throw new Error(`${mailbox} is not in the world`);
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
  const at = new Date().toISOString();
  const { customerId } = await insertDemo({ store, ids, tenantId: ready.tenant, imported: false }, [user], at);
  await secrets.put({ customerId, ownerId: user.id, kind: salesforceSecret }, firstToken(grant), at);
  return { ...user, customerId };
}

async function run(parts: LaneParts, store: Store, user: ConnectedUser): Promise<RunAnswer> {
  const began = performance.now();
  const result = await runMailbox(parts, user.id, new AbortController().signal);
  const milliseconds = performance.now() - began;
  if (result !== 'ended') throw new Error(`the mailbox did not run: ${result}`);
  const [session] = await store.asCustomers([user.customerId], ({ query }) =>
    query<Omit<RunAnswer, 'milliseconds' | 'message'> & { error: { message?: string } | null }>(
      'SELECT state, counts, requests, error FROM session WHERE user_id = $1 ORDER BY started_at DESC, id DESC LIMIT 1',
      [user.id],
    ),
  );
  if (!session) throw new Error('the run left no session');
  const { error, ...rest } = session;
  return { milliseconds, ...rest, message: error?.message ?? null };
}
