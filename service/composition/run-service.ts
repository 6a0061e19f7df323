import { join } from 'node:path';
import { sweepPeople } from '../accounts/index.ts';
import type { Config } from '../config/index.ts';
import { createApi } from '../http/index.ts';
import { openDatabase, uuidV7 } from '../store/index.ts';
import { createTelemetry } from '../telemetry/index.ts';
import { assemble, every } from './assemble.ts';
import { createClockDesk, joinWorld } from './clock-desk.ts';
import { countItems, type ItemCounts } from './count-items.ts';
import { type DemoLogin, demoLogins } from './demo/demo-logins.ts';
import { provisionDemo } from './demo/provision-demo.ts';
import { loadKeys } from './keys.ts';
import { type Listening, listen } from './listen.ts';
import { missingConnections } from './missing-connections.ts';
import { noCustomerYet } from './no-customer-yet.ts';
import { openHints } from './open-hints.ts';
import { openLanes } from './open-lanes.ts';
import { openLogFile } from './open-log-file.ts';
import { refuseOtherKey } from './refuse-other-key.ts';
import type { Sandbox } from './sandbox-addresses.ts';
import { type SurfacePages, serveSurfaces } from './serve-surfaces.ts';
import { ServiceClock } from './service-clock.ts';
import { nestedSignIn } from './surfaces-client.ts';
import { waitForFirstSync } from './wait-for-first-sync.ts';

export interface ServiceOptions {
  config: Config;
  /** Gives the data folder back (openDataFolder). */
  unlock(): void;
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
  /** How the mailboxes stand after the first sync; null against real tenants, where nobody waits for it. */
  counts: ItemCounts | null;
  /** What to do before anything can sync; null where there is a customer. */
  noCustomer: string | null;
  stop(): Promise<void>;
}

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
  const { sandbox, tell } = options;
  const config = withNotifications(options);
  const clock = new ServiceClock();
  undo.push(options.unlock);
  const keys = loadKeys(config);
  tell('database');
  const telemetry = createTelemetry({
    part: 'service',
    destination: options.logFile ? openLogFile(options.logFile) : undefined,
  });
  const database = await openDatabase({
    dataFolder: config.data,
    port: config.port === 0 ? 0 : config.port + 10,
    databaseUrl: config.databaseUrl,
    masterKey: keys.master,
    auditKey: keys.audit,
    at: new Date(),
    warn(message) {
      tell(message);
      telemetry.log.warn('database', { message });
    },
  });
  undo.push(() => database.close());
  for (const notice of database.notices) tell(notice);
  await refuseOtherKey(database.ownerUrl, keys.master);

  const ids = uuidV7(() => clock.now());
  const parts = assemble(options, { clock, ids, keys, database, telemetry });
  const lanes = await openLanes({ ...parts, config, role: 'service' });
  undo.push(() => parts.close());
  undo.push(() => lanes.stop());
  undo.push(() => parts.live.close());
  undo.push(every(sweepPeriod, () => void sweepPeople(database.store, Date.now()).catch(parts.failed)));
  const clockDesk = sandbox && (await createClockDesk({ clock, store: database.store, ownerUrl: database.ownerUrl, ...lanes }));
  const hints = config.notificationUrl === null ? undefined : openHints({ ...parts, store: database.store });
  if (hints) {
    undo.push(() => hints.stop());
    telemetry.metrics.watchHints(() => ({ ...hints.counts }));
  }
  const api = createApi({ ...parts.api, hints, ...(clockDesk ? { clock: clockDesk } : {}) });
  const app = serveSurfaces(options.pages, { ...config, nested: nestedSignIn(config, sandbox) });
  app.all('*', (context) => api.fetch(context.req.raw, context.env));
  const doors = await openDoors(config, sandbox, app.fetch);
  for (const door of doors) undo.push(() => door.close());

  for (const line of missingConnections(config)) tell(line);
  if (sandbox) {
    await joinWorld(sandbox.world, clock, `${doors[0]?.url}/clock`);
    await provisionOnce(options, parts, clock);
  }
  await lanes.dispatcher.wake();
  if (sandbox) await waitForFirstSync(database.store, lanes, clock, tell);
  const counts = sandbox ? await countItems(database.store) : null;
  const accounts = sandbox ? await demoLogins(parts.accounts, database.store) : [];
  const noCustomer = config.mode === 'real' ? await noCustomerYet(database.store) : null;
  return { noCustomer, url: doors[0]?.url ?? '', tlsUrl: doors[1]?.url ?? null, accounts, counts };
}

/** In the sandbox Graph is on this computer and reaches the service's own port. */
function withNotifications({ config, sandbox }: ServiceOptions): Config {
  const own = sandbox && config.port !== 0 ? `http://127.0.0.1:${config.port}` : null;
  return { ...config, notificationUrl: config.notificationUrl ?? own };
}

async function openDoors(config: Config, sandbox: Sandbox | undefined, fetch: Parameters<typeof listen>[0]): Promise<Listening[]> {
  const given = config.tlsCert && config.tlsKey ? { certificate: config.tlsCert, key: config.tlsKey } : undefined;
  const doors = [await listen(fetch, { host: config.host, port: config.port, name: 'the service', tls: given })];
  const own = sandbox?.tls && { certificate: join(config.data, 'ca', 'localhost.crt'), key: join(config.data, 'ca', 'localhost.key') };
  if (own)
    doors.push(
      await listen(fetch, { host: config.host, port: config.port === 0 ? 0 : config.port + 1, name: 'the service by TLS', tls: own }),
    );
  return doors;
}

const sweepPeriod = 3_600_000;

/** The first start on this data folder makes the demo customer; later ones find it. */
async function provisionOnce(options: ServiceOptions, parts: ReturnType<typeof assemble>, clock: ServiceClock): Promise<void> {
  const { sandbox, imported, tell } = options;
  const { store } = parts.database;
  const { oauth, entra } = parts.connections;
  const [known] = await store.asSystem(({ query }) => query<{ user_id: string }>('SELECT user_id FROM lane LIMIT 1'));
  if (known || !sandbox || !oauth || !entra) return;
  const { secrets, accounts, ids } = parts;
  const now = () => clock.now();
  await provisionDemo({ store, accounts, secrets, oauth, entra, ids, now, world: sandbox.world, tenantId: sandbox.tenant, imported, tell });
}
