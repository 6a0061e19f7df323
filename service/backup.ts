/** `npm run backup -- FILE [--data DIR]`: all customers into one file, from a running or a stopped service. The master key is not in it. */
import { explainAndExit } from './composition/command.ts';
import { openForMaintenance } from './composition/open-for-maintenance.ts';
import { ConfigFailure, readArguments, readConfig } from './config/index.ts';
import { backup } from './store/index.ts';

try {
  const [file, ...rest] = process.argv.slice(2);
  if (!file || file.startsWith('--')) throw new ConfigFailure('Name the file first: npm run backup -- FILE [--data DIR]');
  const given = readArguments(rest);
  const mode = given.sandbox ? undefined : 'real';
  const config = readConfig({ folder: process.cwd(), environment: process.env, arguments: { port: given.port, data: given.data, mode } });
  const database = await openForMaintenance(config);
  try {
    const at = new Date();
    const rows = await backup(database.ownerUrl, file, at);
    const sum = Object.values(rows).reduce((total, count) => total + count, 0);
    process.stdout.write(`  ${sum} rows of ${rows.customer ?? 0} customers saved to ${file}\n`);
  } finally {
    await database.close();
  }
} catch (error) {
  explainAndExit(error);
}
