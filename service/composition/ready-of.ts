import type { Ready } from './ready-file.ts';
import type { RunningService } from './run-service.ts';
import type { Sandbox } from './sandbox-addresses.ts';

/** The content of ready.json; against real tenants only our own addresses. */
export function readyOf(service: RunningService, sandbox: Sandbox | undefined): Partial<Ready> {
  const own = { service: service.url, console: `${service.url}/console/`, taskpane: `${service.url}/taskpane/taskpane.html` };
  if (!sandbox) return own;
  const { identity, graph, exchange, salesforce, world, tenant, graphClient, salesforceClient, tls } = sandbox;
  const doors = { identity, graph, exchange, salesforce, world, tenant, graphClient, salesforceClient };
  const secure =
    tls && service.tlsUrl ? { tls: { service: service.tlsUrl, taskpane: `${service.tlsUrl}/taskpane/taskpane.html`, ...tls } } : {};
  return { ...own, ...doors, accounts: service.accounts, ...secure };
}
