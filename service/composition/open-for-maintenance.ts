import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, ConfigFailure } from '../config/index.ts';
import { DatabaseFailure, type DatabaseOptions, lockDataFolder, type OpenDatabase, openDatabase } from '../store/index.ts';
import { loadKeys } from './keys.ts';

export interface Maintenance {
  /** Nobody else may use the data folder meanwhile: a running service is refused. */
  alone?: boolean;
  /** The folder may be new: a restore. */
  fresh?: boolean;
}

/**
 * The database for one command: attached to where the service runs, else started (made, migrated) for as long as the command takes, under
 * the data folder's lock.
 */
export async function openForMaintenance(config: Config, { alone = false, fresh = false }: Maintenance = {}): Promise<OpenDatabase> {
  if (!fresh && !config.databaseUrl && !existsSync(join(config.data, 'mode')))
    throw new ConfigFailure(`There is no data of Lockstep in ${config.data}. Name its folder: --data DIR (or LOCKSTEP_DATA).`);
  const at = new Date();
  const release = alone ? lockDataFolder(config.data, at) : undefined;
  try {
    const database = await open(config, at, alone);
    return { ...database, close: () => database.close().finally(release) };
  } catch (error) {
    release?.();
    throw error;
  }
}

async function open(config: Config, at: Date, alone: boolean): Promise<OpenDatabase> {
  const keys = loadKeys(config);
  const { data: dataFolder, databaseUrl } = config;
  const options: DatabaseOptions = { dataFolder, port: 0, databaseUrl, masterKey: keys.master, auditKey: keys.audit, at };
  if (databaseUrl || alone) return openDatabase(options);
  try {
    return await openDatabase({ ...options, attach: true });
  } catch (error) {
    if (!(error instanceof DatabaseFailure) || error.code !== 'not-running') throw error;
  }
  const release = lockDataFolder(config.data, at);
  try {
    const database = await openDatabase(options);
    return { ...database, close: () => database.close().finally(release) };
  } catch (error) {
    release();
    throw error;
  }
}
