import type { Config } from '../config/index.ts';
import { openDatabase, uuidV7 } from '../store/index.ts';
import { createTelemetry } from '../telemetry/index.ts';
import { followClock } from './clock-desk.ts';
import { loadKeys } from './keys.ts';
import { openEngine } from './open-engine.ts';
import { openLanes } from './open-lanes.ts';
import { refuseOtherKey } from './refuse-other-key.ts';
import { rememberMode } from './remember-mode.ts';
import { ServiceClock } from './service-clock.ts';

/** A worker from nothing to waiting for work: it attaches to the database that the service made, and leaves migrations to it. */
export async function runWorker(config: Config): Promise<{ database: string; stop(): Promise<void> }> {
  rememberMode(config);
  const telemetry = createTelemetry({ part: 'worker' });
  const clock = new ServiceClock();
  const keys = loadKeys(config);
  const database = await openDatabase({
    dataFolder: config.data,
    port: 0,
    databaseUrl: config.databaseUrl,
    masterKey: keys.master,
    auditKey: keys.audit,
    at: new Date(),
    attach: true,
    warn: (message) => telemetry.log.warn('database', { message }),
  });
  await refuseOtherKey(database.ownerUrl, keys.master);
  if (config.world) clock.follow(await worldOffset(config.world));
  const stopFollowing = await followClock(database.store, clock);
  const base = { clock, ids: uuidV7(() => clock.now()), keys, database, telemetry };
  const engine = openEngine(config, base);
  const lanes = await openLanes({ ...base, ...engine, config, role: 'worker' });
  return {
    database: database.how,
    async stop() {
      await lanes.stop();
      await engine.close();
      await stopFollowing();
      await database.close();
    },
  };
}

async function worldOffset(world: string): Promise<number> {
  const response = await fetch(`${world}/clock`, { signal: AbortSignal.timeout(10_000) });
  const { offset } = (await response.json()) as { offset: number };
  return offset;
}
