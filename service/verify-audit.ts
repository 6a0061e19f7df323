/** `npm run audit:verify [-- --data DIR]`: walks every customer's audit log and says whether each row stands as it was written. */
import { explainAndExit } from './composition/command.ts';
import { openForMaintenance } from './composition/open-for-maintenance.ts';
import { sayVerdict } from './composition/say-verdict.ts';
import { readArguments, readConfig } from './config/index.ts';
import { allCustomers, verifyAudit } from './store/index.ts';

try {
  const given = readArguments(process.argv.slice(2));
  const mode = given.sandbox ? undefined : 'real';
  const config = readConfig({ folder: process.cwd(), environment: process.env, arguments: { port: given.port, data: given.data, mode } });
  const database = await openForMaintenance(config);
  let broken = 0;
  try {
    for (const customer of await allCustomers(database.ownerUrl)) {
      const verdict = await verifyAudit(database.store, customer.id);
      if (!verdict.intact) broken += 1;
      process.stdout.write(`  ${sayVerdict(customer, verdict)}\n`);
    }
  } finally {
    await database.close();
  }
  process.exitCode = broken > 0 ? 1 : 0;
} catch (error) {
  explainAndExit(error);
}
