/** `npm run restore -- FILE --data DIR`: a backup into a new, empty data folder (or DATABASE_URL). Bring the master key along. */
import { explainAndExit } from './composition/command.ts';
import { openForMaintenance } from './composition/open-for-maintenance.ts';
import { ConfigFailure, readArguments, readConfig } from './config/index.ts';
import { readBackupHeader, restore } from './store/index.ts';

try {
  const [file, ...rest] = process.argv.slice(2);
  if (!file || file.startsWith('--')) throw new ConfigFailure('Name the file first: npm run restore -- FILE [--data DIR]');
  const given = readArguments(rest);
  // Before a data folder is made for it.
  await readBackupHeader(file);
  const mode = given.sandbox ? undefined : 'real';
  const config = readConfig({ folder: process.cwd(), environment: process.env, arguments: { port: given.port, data: given.data, mode } });
  const database = await openForMaintenance(config, { fresh: true });
  try {
    const rows = await restore(database.ownerUrl, file);
    const sum = Object.values(rows).reduce((total, count) => total + count, 0);
    process.stdout.write(`  ${sum} rows of ${rows.customer ?? 0} customers restored from ${file}\n`);
  } finally {
    await database.close();
  }
} catch (error) {
  explainAndExit(error);
}
