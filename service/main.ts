/** `npm run service`: the service alone. With a sandbox running on the same data folder it uses that; else what the configuration names. */
import { buildPages } from '../web/build/build-pages.ts';
import { explainAndExit, stopOnSignals } from './composition/command.ts';
import { keepHeapSmall } from './composition/keep-heap-small.ts';
import { openDataFolder } from './composition/open-data-folder.ts';
import { writeReadyFile } from './composition/ready-file.ts';
import { readyOf } from './composition/ready-of.ts';
import { runService } from './composition/run-service.ts';
import { findSandbox, useSandbox } from './composition/sandbox-addresses.ts';
import { readArguments, readConfig } from './config/index.ts';

const tell = (line: string) => process.stdout.write(`  ${line}\n`);
let unlock = () => {};

keepHeapSmall();
try {
  const given = readArguments(process.argv.slice(2));
  const mode = given.sandbox ? undefined : 'real';
  const config = readConfig({ folder: process.cwd(), environment: process.env, arguments: { port: given.port, data: given.data, mode } });
  unlock = openDataFolder(config);
  const sandbox = config.mode === 'sandbox' ? findSandbox(config.data) : undefined;
  if (config.mode === 'sandbox' && !sandbox)
    tell(`no sandbox runs on ${config.data}: start it with npm run sandbox, then start this again`);
  const pages = await buildPages({ officeJs: config.mode === 'sandbox' ? 'service' : 'cdn' });
  const settled = sandbox ? useSandbox(config, sandbox) : config;
  const service = await runService({
    config: settled,
    unlock,
    sandbox,
    imported: given.world !== undefined,
    pages,
    logFile: undefined,
    tell,
  });
  const removeReady = writeReadyFile(config.data, readyOf(service, sandbox));
  stopOnSignals(async () => {
    removeReady();
    await service.stop();
  });
  tell(`service  ${service.url}`);
  tell(`console  ${service.url}/console/`);
  if (service.noCustomer) tell(service.noCustomer);
} catch (error) {
  unlock();
  explainAndExit(error);
}
