/** `npm run provision -- FILE [--data DIR]`: the customer, organizations, plans, users and administrators that a file names, beside a running service. */
import { explainAndExit } from './composition/command.ts';
import { loadKeys } from './composition/keys.ts';
import { openForMaintenance } from './composition/open-for-maintenance.ts';
import { provision } from './composition/provision/provision.ts';
import { readProvisionFile } from './composition/provision/read-provision-file.ts';
import { refuseOtherKey } from './composition/refuse-other-key.ts';
import { modeOf } from './composition/remember-mode.ts';
import { ConfigFailure, readArguments, readConfig } from './config/index.ts';
import { uuidV7 } from './store/index.ts';

try {
  const [file, ...rest] = process.argv.slice(2);
  if (!file || file.startsWith('--')) throw new ConfigFailure('Name the file first: npm run provision -- FILE [--data DIR]');
  const given = readArguments(rest);
  const read = readConfig({ folder: process.cwd(), environment: process.env, arguments: { port: given.port, data: given.data } });
  const config = { ...read, mode: modeOf(read) ?? 'real' };
  const wanted = readProvisionFile(file);
  const database = await openForMaintenance(config);
  try {
    await refuseOtherKey(database.ownerUrl, loadKeys(config).master);
    const ids = uuidV7(() => Date.now());
    const { lines, added } = await provision({ store: database.store, ids, now: () => Date.now() }, wanted);
    for (const line of lines) process.stdout.write(`  ${line}\n`);
    process.stdout.write(
      `  ${added} added, ${lines.length - added} as they were. Users connect in console, pane or panel; nothing syncs before.\n`,
    );
  } finally {
    await database.close();
  }
} catch (error) {
  explainAndExit(error);
}
