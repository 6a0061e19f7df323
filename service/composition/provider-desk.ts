import { objectMaps } from '../../core/mapping/index.ts';
import { type CalendarWindow, type MailboxAccess, SyncFailure } from '../../core/model/index.ts';
import type { Clock, Ids, Provider } from '../../core/sync/index.ts';
import type { Config } from '../config/index.ts';
import { createPacer, type GraphAccess, type GraphSettings, openGraph } from '../graph/index.ts';
import type { ProviderDesk } from '../lanes/ports.ts';
import { openSalesforce, type SalesforceAccess, type SalesforceSettings } from '../salesforce/index.ts';
import type { Connections } from './connections.ts';

export interface ProviderParts {
  config: Pick<Config, 'graph' | 'salesforceApiVersion'>;
  connections: Connections;
  clock: Clock;
  ids: Ids;
  random: () => number;
  /** Where this customer's Salesforce org answers. */
  instanceUrl(customerId: string, orgId: string): Promise<string | null>;
  /** Told with each answer how much of the org's daily requests is used. */
  limits(customerId: string, orgId: string, used: number, max: number): void;
}

/** A mailbox and its Salesforce user, as far as reaching them goes. */
export interface Reach {
  customerId: string;
  tenantId: string;
  userId: string;
  mailboxAddress: string;
  mailboxAccess: MailboxAccess;
  salesforceUserId: string | null;
  salesforceOrgId: string | null;
}

export interface Access {
  graph: { settings: GraphSettings; access: GraphAccess };
  salesforce: { settings: SalesforceSettings; access: SalesforceAccess };
}

export interface Providers extends ProviderDesk {
  /** Settings and access of one side, for the checks of a connection. Throws SyncFailure where there is none. */
  graph(reach: Reach, window: CalendarWindow, stop: AbortSignal): Access['graph'];
  salesforce(reach: Reach, window: CalendarWindow, stop: AbortSignal): Promise<Access['salesforce']>;
  openSalesforce(reach: Reach, stop: AbortSignal): Promise<Provider>;
  openOutlook(reach: Reach, stop: AbortSignal): Provider;
}

const anyTime: CalendarWindow = { start: '1970-01-01T00:00:00.000Z', end: '2100-01-01T00:00:00.000Z' };

/** Opens both sides of a lane with its own access. One pacer per process holds the mailbox concurrency together. */
export function createProviders(parts: ProviderParts): Providers {
  const { clock, ids, random, config, connections } = parts;
  const graphSettings: GraphSettings = {
    baseUrl: config.graph,
    clock,
    ids,
    random,
    pacer: createPacer(clock),
    select: (object) => objectMaps[object].outlookSelect,
  };
  const salesforceSettings: SalesforceSettings = {
    apiVersion: config.salesforceApiVersion,
    clock,
    random,
    fields: (object) => objectMaps[object].salesforceFields,
  };
  const graph: Providers['graph'] = (reach, window, stop) => ({
    settings: graphSettings,
    access: { mailbox: reach.mailboxAddress, window, accessToken: connections.mailbox(reach, reach.mailboxAccess), stop },
  });
  const salesforce: Providers['salesforce'] = async (reach, window, stop) => {
    const { salesforceUserId: userId, salesforceOrgId: orgId } = reach;
    const instanceUrl = orgId && (await parts.instanceUrl(reach.customerId, orgId));
    if (!userId || !orgId || !instanceUrl) throw notConnected();
    return {
      settings: salesforceSettings,
      access: { instanceUrl, userId, orgId, window, accessToken: connections.salesforce(reach), stop },
    };
  };
  return {
    graph,
    salesforce,
    openOutlook(reach, stop) {
      const { settings, access } = graph(reach, anyTime, stop);
      return openGraph(settings, access);
    },
    async openSalesforce(reach, stop) {
      const { settings, access } = await salesforce(reach, anyTime, stop);
      return openSalesforce(settings, access);
    },
    async open({ user, customer }, policy, maps, stop) {
      const reach: Reach = { ...user, userId: user.id, customerId: customer.id, tenantId: customer.tenantId };
      const outlook = graph(reach, policy.window, stop);
      const records = await salesforce(reach, policy.window, stop);
      const mailbox = openGraph({ ...outlook.settings, select: (object) => maps[object].outlookSelect }, outlook.access);
      return {
        outlook: mailbox,
        customizer: mailbox.customizer,
        salesforce: openSalesforce({ ...records.settings, fields: (object) => maps[object].salesforceFields }, records.access),
      };
    },
  };
}

function notConnected(): SyncFailure {
  const message = 'This user is not connected to Salesforce yet.';
  return new SyncFailure({ kind: 'sign-in', final: true, side: 'salesforce', code: 'not-connected', message });
}
