/** `npm start`: the sandbox, the service over it, a first sync, and what to try; with --no-sandbox the service against real tenants. */
import { join } from 'node:path';
import { buildPages } from '../web/build/build-pages.ts';
import { explainAndExit, stopOnSignals } from './composition/command.ts';
import { keepHeapSmall } from './composition/keep-heap-small.ts';
import { openDataFolder } from './composition/open-data-folder.ts';
import { printSummary } from './composition/print-summary.ts';
import { writeReadyFile } from './composition/ready-file.ts';
import { readyOf } from './composition/ready-of.ts';
import { runService } from './composition/run-service.ts';
import { useSandbox } from './composition/sandbox-addresses.ts';
import { type SandboxProcess, startSandbox } from './composition/start-sandbox.ts';
import { readArguments, readConfig } from './config/index.ts';

const started = performance.now();
const tell = (line: string) => process.stdout.write(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${line}\n`);
let world: SandboxProcess | undefined;
let unlock = () => {};

keepHeapSmall();
try {
  const given = readArguments(process.argv.slice(2));
  const mode = given.sandbox ? 'sandbox' : 'real';
  const config = readConfig({ folder: process.cwd(), environment: process.env, arguments: { port: given.port, data: given.data, mode } });
  tell(`Lockstep in ${mode} mode, data in ${config.data}`);
  unlock = openDataFolder(config);
  tell('building console and task pane');
  const pages = await buildPages({ officeJs: given.sandbox ? 'service' : 'cdn' });
  if (given.sandbox) {
    tell('starting the sandbox: Entra ID, Graph and Salesforce');
    world = await startSandbox({ port: config.port, data: config.data, world: given.world, tell });
  }
  const { sandbox } = world ?? {};
  const settled = sandbox ? useSandbox(config, sandbox) : config;
  const imported = given.world !== undefined && given.world !== 'empty';
  const logFile = join(config.data, 'service.log');
  const service = await runService({ config: settled, unlock, sandbox, imported, pages, logFile, tell });
  const removeReady = writeReadyFile(config.data, readyOf(service, sandbox));
  stopOnSignals(async () => {
    removeReady();
    await service.stop();
    await world?.stop();
  });
  printSummary({ service, sandbox, config: settled, logFile, imported });
} catch (error) {
  await world?.stop();
  unlock();
  explainAndExit(error);
}
