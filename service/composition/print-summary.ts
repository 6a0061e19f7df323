import { join } from 'node:path';
import type { Config } from '../config/index.ts';
import type { RunningService } from './run-service.ts';
import type { Sandbox } from './sandbox-addresses.ts';
import { sayCounts } from './say-counts.ts';

/** What people see when everything runs: where it is, who can sign in, what to try. */
export function printSummary(ready: {
  service: RunningService;
  sandbox: Sandbox | undefined;
  config: Config;
  logFile: string;
  imported: boolean;
}): void {
  const { service, sandbox, config, logFile, imported } = ready;
  const lines = [
    '',
    `Ready. ${(service.counts ? sayCounts(service.counts) : [service.noCustomer ?? 'Mailboxes sync as their plans say.']).join('\n       ')}`,
    '',
    `  console    ${service.url}/console/`,
  ];
  lines.push(`  task pane  ${service.tlsUrl ?? service.url}/taskpane/taskpane.html`, `  API        ${service.url}/api/openapi.json`);
  if (sandbox) lines.push(`  Graph      ${sandbox.graph}`, `  Salesforce ${sandbox.salesforce}`, `  world      ${sandbox.world}`);
  lines.push('', `  log        ${logFile}`, `  data       ${config.data}`);
  if (service.accounts.length > 0) {
    lines.push('', `Sign in (password ${service.accounts[0]?.password}):`);
    for (const { role, email } of service.accounts) lines.push(`  ${role.padEnd(18)} ${email}`);
  }
  if (imported)
    lines.push('', `What the import left out, with file, line and reason: ${join(config.data, 'sandbox', 'import-report.json')}`);
  if (sandbox) lines.push('', ...tries(service, sandbox));
  lines.push('', 'Ctrl-C stops everything.');
  process.stdout.write(`${lines.join('\n')}\n`);
}

function tries(service: RunningService, sandbox: Sandbox): string[] {
  const user = service.accounts.find((account) => account.role === 'user')?.email ?? '';
  return [
    'Try:',
    '  open the console and sign in as customer-admin',
    `  a person adds a contact:  curl -X POST ${sandbox.world}/users/${user}/contacts -H 'content-type: application/json' -d '{"givenName":"Dana","surname":"Ruiz"}'`,
    `  half an hour passes:      curl -X POST ${sandbox.world}/clock/advance -H 'content-type: application/json' -d '{"by":"PT31M"}'`,
    '  the extension:            npm run extension',
  ];
}
