import { objectMaps } from '../../core/mapping/index.ts';
import { SyncFailure } from '../../core/model/index.ts';
import type { Clock, Ids } from '../../core/sync/index.ts';
import type { Config } from '../config/index.ts';
import { createPacer, openGraph } from '../graph/index.ts';
import type { ProviderDesk } from '../lanes/ports.ts';
import { openSalesforce } from '../salesforce/index.ts';
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
  limits(orgId: string, used: number, max: number): void;
}

/** Opens both sides of a lane with its own access. One pacer per process holds the mailbox concurrency together. */
export function createProviderDesk(parts: ProviderParts): ProviderDesk {
  const { clock, ids, random, config, connections } = parts;
  const graph = {
    baseUrl: config.graph,
    clock,
    ids,
    random,
    pacer: createPacer(clock),
    select: (object: keyof typeof objectMaps) => objectMaps[object].outlookSelect,
  };
  const salesforce = {
    apiVersion: config.salesforceApiVersion,
    clock,
    random,
    fields: (object: keyof typeof objectMaps) => objectMaps[object].salesforceFields,
    limits: parts.limits,
  };
  return {
    async open(facts, policy, stop) {
      const { user, customer } = facts;
      if (!user.salesforceUserId || !user.salesforceOrgId) throw notConnected();
      const instanceUrl = await parts.instanceUrl(customer.id, user.salesforceOrgId);
      if (!instanceUrl) throw notConnected();
      const connected = { customerId: customer.id, tenantId: customer.tenantId, userId: user.id };
      return {
        outlook: openGraph(graph, {
          mailbox: user.mailboxAddress,
          window: policy.window,
          accessToken: connections.mailbox(connected, user.mailboxAccess),
          stop,
        }),
        salesforce: openSalesforce(salesforce, {
          instanceUrl,
          userId: user.salesforceUserId,
          orgId: user.salesforceOrgId,
          window: policy.window,
          accessToken: connections.salesforce(connected),
          stop,
        }),
      };
    },
  };
}

function notConnected(): SyncFailure {
  const message = 'This user is not connected to Salesforce yet.';
  return new SyncFailure({ kind: 'sign-in', final: true, side: 'salesforce', code: 'not-connected', message });
}
