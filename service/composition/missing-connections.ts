import type { Config } from '../config/index.ts';

/** What is not configured and will be missed, a line each: the service starts all the same, so that it can be set up. */
export function missingConnections({
  graphClient,
  salesforceClient,
  smtpUrl,
}: Pick<Config, 'graphClient' | 'salesforceClient' | 'smtpUrl'>): string[] {
  const missing: string[] = [];
  if (!graphClient)
    missing.push(
      'Microsoft 365 is not connected: register an application in Entra ID and give LOCKSTEP_GRAPH_CLIENT (README, "Connect real tenants")',
    );
  if (!salesforceClient)
    missing.push(
      'Salesforce is not connected: make an External Client App and give LOCKSTEP_SALESFORCE_CLIENT (README, "Connect real tenants")',
    );
  if (!smtpUrl)
    missing.push('No mail server is given: what waits for a person is shown, but nobody gets a mail about it (LOCKSTEP_SMTP_URL)');
  return missing;
}
