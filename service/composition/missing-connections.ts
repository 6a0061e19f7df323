import type { Config } from '../config/index.ts';

/** What no mailbox can sync without, a line each: the service starts all the same, so that it can be set up. */
export function missingConnections({ graphClient, salesforceClient }: Pick<Config, 'graphClient' | 'salesforceClient'>): string[] {
  const missing: string[] = [];
  if (!graphClient)
    missing.push(
      'Microsoft 365 is not connected: register an application in Entra ID and give LOCKSTEP_GRAPH_CLIENT (README, "Connect real tenants")',
    );
  if (!salesforceClient)
    missing.push(
      'Salesforce is not connected: make an External Client App and give LOCKSTEP_SALESFORCE_CLIENT (README, "Connect real tenants")',
    );
  return missing;
}
