/** `npm run key:rotate [-- --data DIR]`: everything under a new master key. Stop the service and every worker first. */
import { explainAndExit } from './composition/command.ts';
import { openForMaintenance } from './composition/open-for-maintenance.ts';
import { rotateMasterKey } from './composition/rotate-master-key.ts';
import { readArguments, readConfig } from './config/index.ts';

try {
  const given = readArguments(process.argv.slice(2));
  const mode = given.sandbox ? undefined : 'real';
  const config = readConfig({ folder: process.cwd(), environment: process.env, arguments: { port: given.port, data: given.data, mode } });
  // A running service would go on sealing with the old key.
  const database = await openForMaintenance(config, { alone: true });
  try {
    const lines = await rotateMasterKey(config, database.ownerUrl, process.env.LOCKSTEP_NEW_MASTER_KEY);
    for (const line of lines) process.stdout.write(`  ${line}\n`);
  } finally {
    await database.close();
  }
} catch (error) {
  explainAndExit(error);
}
