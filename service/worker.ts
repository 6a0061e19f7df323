/** `npm run worker`: one more process that syncs mailboxes, on the database that the service of this data folder (or DATABASE_URL) uses. */
import { explainAndExit, stopOnSignals } from './composition/command.ts';
import { keepHeapSmall } from './composition/keep-heap-small.ts';
import { runWorker } from './composition/run-worker.ts';
import { findSandbox, useSandbox } from './composition/sandbox-addresses.ts';
import { readArguments, readConfig } from './config/index.ts';

keepHeapSmall();
try {
  const given = readArguments(process.argv.slice(2));
  const mode = given.sandbox ? undefined : 'real';
  const config = readConfig({ folder: process.cwd(), environment: process.env, arguments: { port: given.port, data: given.data, mode } });
  const sandbox = config.mode === 'sandbox' ? findSandbox(config.data) : undefined;
  const worker = await runWorker(sandbox ? useSandbox(config, sandbox) : config);
  stopOnSignals(worker.stop);
  process.stdout.write(`  worker ${process.pid} on ${worker.database}\n`);
} catch (error) {
  explainAndExit(error);
}
