import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { createAccounts, createIdempotency } from '../accounts/index.ts';
import type { Config } from '../config/index.ts';
import { createApi } from '../http/index.ts';
import { directory, force, ledger, liveDesk, lockDataFolder, openDatabase, uuidV7 } from '../store/index.ts';
import { createTelemetry } from '../telemetry/index.ts';
import { createClockDesk, joinWorld } from './clock-desk.ts';
import { type DemoLogin, demoLogins } from './demo/demo-logins.ts';
import { provisionDemo } from './demo/provision-demo.ts';
import { createEngineDesk } from './engine-desk.ts';
import { type Keys, loadKeys } from './keys.ts';
import { type Listening, listen } from './listen.ts';
import { type EngineBase, openEngine } from './open-engine.ts';
import { openLanes } from './open-lanes.ts';
import { rememberMode } from './remember-mode.ts';
import type { Sandbox } from './sandbox-addresses.ts';
import { type SurfacePages, serveSurfaces } from './serve-surfaces.ts';
import { ServiceClock } from './service-clock.ts';
import { noteCheck, waitForFirstSync } from './service-queries.ts';

export interface ServiceOptions {
  config: Config;
  /** Sandbox mode with a running sandbox. */
  sandbox: Sandbox | undefined;
  imported: boolean;
  pages: SurfacePages;
  /** Where the structured log goes; standard output unless told. */
  logFile: string | undefined;
  tell(line: string): void;
}

export interface RunningService {
  url: string;
  tlsUrl: string | null;
  accounts: DemoLogin[];
  /** Users and what the first sync did with them, for the summary. */
  summary: { users: number; issues: number };
  stop(): Promise<void>;
}

export const version = (JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as { version: string }).version;

/** The service from nothing to listening, in the order of these lines; whatever fails takes back what was done before it. */
export async function runService(options: ServiceOptions): Promise<RunningService> {
  const undo: (() => unknown)[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    return { ...(await start(options, undo)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(options: ServiceOptions, undo: (() => unknown)[]): Promise<Omit<RunningService, 'stop'>> {
  const { config, sandbox, tell } = options;
  const clock = new ServiceClock();
  rememberMode(config);
  undo.push(lockDataFolder(config.data, new Date()));
  const keys = loadKeys(config);
  tell('database');
  const telemetry = createTelemetry({
    part: 'service',
    destination: options.logFile ? pino.destination({ dest: options.logFile, mkdir: true, sync: false }) : undefined,
  });
  const database = await openDatabase({
    dataFolder: config.data,
    port: config.port === 0 ? 0 : config.port + 10,
    databaseUrl: config.databaseUrl,
    masterKey: keys.master,
    auditKey: keys.audit,
    at: new Date(),
    warn: (message) => telemetry.log.warn('database', { message }),
  });
  undo.push(() => database.close());
  for (const notice of database.notices) tell(notice);

  const ids = uuidV7(() => clock.now());
  const parts = assemble(options, { clock, ids, keys, database, telemetry });
  const lanes = await openLanes({ ...parts, config, role: 'service' });
  undo.push(() => parts.mailer.close());
  undo.push(() => lanes.stop());
  const clockDesk = sandbox && (await createClockDesk({ clock, store: database.store, ...lanes }));
  const api = createApi({ ...parts.api, ...(clockDesk ? { clock: clockDesk } : {}) });
  const app = serveSurfaces(options.pages, config.publicUrl ?? config.identity);
  app.route('/', api);
  const doors = await openDoors(config, sandbox, app.fetch);
  for (const door of doors) undo.push(() => door.close());

  if (sandbox) {
    await joinWorld(sandbox.world, clock, `${doors[0]?.url}/clock`);
    await provisionOnce(options, parts, clock);
  }
  await lanes.dispatcher.wake();
  const summary = sandbox ? await waitForFirstSync(database.store, lanes, clock, tell) : { users: 0, issues: 0 };
  const accounts = sandbox ? await demoLogins(parts.accounts, database.store) : [];
  return { url: doors[0]?.url ?? '', tlsUrl: doors[1]?.url ?? null, accounts, summary };
}

interface Base extends EngineBase {
  keys: Keys;
}

/** The API and sign-in over the engine's parts, each knowing only its ports. */
function assemble({ config, sandbox }: ServiceOptions, base: Base) {
  const { clock, ids, keys, database, telemetry } = base;
  const { store } = database;
  const now = () => clock.now();
  const engine = openEngine(config, base);
  const accounts = createAccounts({
    store,
    tokenKey: keys.tokens,
    now: () => Date.now(),
    newId: () => ids.next(),
    returnAddresses: returnAddresses(config),
    microsoft: microsoft(config, sandbox),
  });
  const people = directory(store, ids);
  const api = {
    signIn: accounts,
    directory: people,
    ledger: ledger(store, ids),
    live: liveDesk(store),
    engine: createEngineDesk({
      directory: people,
      providers: engine.providers,
      force: (mailbox, act) => force(store, ids, mailbox, act),
      noteCheck: (mailbox, act, result) => noteCheck(store, ids, mailbox, act, result),
      now,
    }),
    idempotency: createIdempotency(store),
    surroundings: { now, realNow: () => Date.now(), every, newId: () => ids.next() },
    log: telemetry.requests,
    version,
    minClient: config.minClient,
    features: ['contacts', 'events'],
    mode: config.mode === 'sandbox' ? ('sandbox' as const) : ('production' as const),
    allowedOrigins: allowedOrigins(config),
    metrics: telemetry.metrics.read,
  };
  return { ...base, ...engine, accounts, api };
}

async function openDoors(config: Config, sandbox: Sandbox | undefined, fetch: Parameters<typeof listen>[0]): Promise<Listening[]> {
  const given = config.tlsCertificate && config.tlsKey ? { certificate: config.tlsCertificate, key: config.tlsKey } : undefined;
  const doors = [await listen(fetch, { host: config.host, port: config.port, name: 'the service', tls: given })];
  const own = sandbox?.tls && { certificate: join(config.data, 'ca', 'localhost.crt'), key: join(config.data, 'ca', 'localhost.key') };
  if (own)
    doors.push(
      await listen(fetch, { host: config.host, port: config.port === 0 ? 0 : config.port + 1, name: 'the service by TLS', tls: own }),
    );
  return doors;
}

/** The first start on this data folder makes the demo customer; later ones find it. */
async function provisionOnce(options: ServiceOptions, parts: ReturnType<typeof assemble>, clock: ServiceClock): Promise<void> {
  const { sandbox, imported, tell } = options;
  const { store } = parts.database;
  const { oauth } = parts.connections;
  const [known] = await store.asSystem(({ query }) => query<{ user_id: string }>('SELECT user_id FROM lane LIMIT 1'));
  if (known || !sandbox || !oauth) return;
  const { secrets, accounts, ids } = parts;
  const now = () => clock.now();
  await provisionDemo({ store, accounts, secrets, oauth, ids, now, world: sandbox.world, tenantId: sandbox.tenant, imported, tell });
}

function microsoft(config: Config, sandbox: Sandbox | undefined) {
  const client = sandbox?.signInClient ?? config.graphClient;
  if (!client) return undefined;
  const publicUrl = config.publicUrl ?? `http://${config.host}:${config.port}`;
  const [audience, scope] = splitScope(sandbox?.surfacesClient.scope ?? `api://${client.id}/access`);
  const redirectUri = `${publicUrl}/api/sign-in/oidc/callback`;
  return {
    authority: config.identity,
    clientId: client.id,
    clientSecret: client.secret,
    redirectUri,
    apiAudience: audience,
    apiScope: scope,
  };
}

function splitScope(scope: string): [string, string] {
  const at = scope.lastIndexOf('/');
  return [scope.slice(0, at), scope.slice(at + 1)];
}

const own = (config: Config): string[] => [
  `http://${config.host}:${config.port}`,
  `https://${config.host}:${config.port + 1}`,
  ...(config.publicUrl ? [config.publicUrl] : []),
];
const extension = 'https://*.chromiumapp.org';
const returnAddresses = (config: Config): string[] => [...own(config).map((url) => `${url}/console/callback.html`), extension];
const allowedOrigins = (config: Config): string[] => [...own(config), ...config.origins];

function every(milliseconds: number, run: () => void): () => void {
  const timer = setInterval(run, milliseconds);
  timer.unref();
  return () => clearInterval(timer);
}
