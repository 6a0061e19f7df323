import type { Config } from '../config/index.ts';
import { DatabaseFailure, type DatabaseOptions, lockDataFolder, type OpenDatabase, openDatabase } from '../store/index.ts';
import { loadKeys } from './keys.ts';

/**
 * The database for one command: attached to where the service runs, else started (made, migrated) for as long as the command takes, under
 * the data folder's lock.
 */
export async function openForMaintenance(config: Config): Promise<OpenDatabase> {
  const keys = loadKeys(config);
  const at = new Date();
  const options: DatabaseOptions = {
    dataFolder: config.data,
    port: 0,
    databaseUrl: config.databaseUrl,
    masterKey: keys.master,
    auditKey: keys.audit,
    at,
  };
  if (config.databaseUrl) return openDatabase(options);
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
