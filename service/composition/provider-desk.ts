import { objectMaps } from '../../core/mapping/index.ts';
import { type CalendarWindow, type MailboxAccess, type ObjectKind, SyncFailure } from '../../core/model/index.ts';
import type { BudgetPurpose } from '../../core/status/index.ts';
import type { Clock, Ids, Provider } from '../../core/sync/index.ts';
import type { Config } from '../config/index.ts';
import { openTeam } from '../graph/groups/index.ts';
import { createPacer, type GraphAccess, type GraphSettings, openGraph, type Turns } from '../graph/index.ts';
import { openSite } from '../graph/sites/index.ts';
import { openSubscriptions } from '../graph/subscriptions/index.ts';
import type { LaneSource, ProviderDesk } from '../lanes/ports.ts';
import type { SubscriptionProvider } from '../lanes/subscriptions/ports.ts';
import {
  createAccountLooks,
  createFieldSights,
  createLeadSights,
  createTaskStatuses,
  createWriteGuards,
  openSalesforce,
  type SalesforceAccess,
  type SalesforceSettings,
} from '../salesforce/index.ts';
import type { BudgetBook, KnownUsage } from './budget-book.ts';
import type { Connections } from './connections.ts';
import type { createInboxes } from './salesforce-inboxes.ts';

export interface ProviderParts {
  config: Pick<Config, 'graph' | 'salesforceApiVersion'>;
  connections: Connections;
  clock: Clock;
  ids: Ids;
  random: () => number;
  /** Where this customer's Salesforce org answers. */
  instanceUrl(customerId: string, orgId: string): Promise<string | null>;
  budget: BudgetBook;
  inbox: ReturnType<typeof createInboxes>;
  /** With the other processes of this installation. */
  turns: Turns;
  /** Told how many requests to Salesforce were made while a person waited. */
  spent(mailbox: Pick<Reach, 'customerId' | 'userId'>, people: number): void;
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
  /** Set where this is a Team or a site: read and written with its owner's access. */
  source?: LaneSource | null;
  /** What the org last told of its requests, where that was read along. */
  usage?: KnownUsage | null;
}

export interface Access {
  graph: { settings: GraphSettings; access: GraphAccess };
  salesforce: { settings: SalesforceSettings; access: SalesforceAccess };
}

export interface Providers extends ProviderDesk {
  /** Settings and access of one side, for the checks of a connection. Throws SyncFailure where there is none. */
  graph(reach: Reach, window: CalendarWindow, stop: AbortSignal): Access['graph'];
  salesforce(reach: Reach, window: CalendarWindow, stop: AbortSignal, purpose?: BudgetPurpose): Promise<Access['salesforce']>;
  /** For a person who waits: `run` may use what is kept for people, and what it used is booked. */
  askSalesforce<T>(reach: Reach, stop: AbortSignal, run: (salesforce: Provider, instanceUrl: string) => Promise<T>): Promise<T>;
  openOutlook(reach: Reach, stop: AbortSignal): Provider;
  /** To look which Teams and sites a user may read. */
  lookAround(user: Pick<Reach, 'customerId' | 'tenantId' | 'userId'>, stop: AbortSignal): Access['graph'];
  /** The mailbox's change notifications. */
  watch(
    mailbox: Pick<Reach, 'customerId' | 'tenantId' | 'userId' | 'mailboxAddress' | 'mailboxAccess'>,
    stop: AbortSignal,
  ): SubscriptionProvider;
}

export const anyTime: CalendarWindow = { start: '1970-01-01T00:00:00.000Z', end: '2100-01-01T00:00:00.000Z' };

/** Opens both sides of a lane with its own access. One pacer per process holds the mailbox concurrency together. */
export function createProviders(parts: ProviderParts): Providers {
  const { clock, ids, random, config, connections, budget } = parts;
  const graphSettings: GraphSettings = {
    baseUrl: config.graph,
    clock,
    ids,
    random,
    pacer: createPacer(clock, parts.turns),
    select: (object) => objectMaps[object].outlookSelect,
  };
  const salesforceSettings: SalesforceSettings = {
    apiVersion: config.salesforceApiVersion,
    clock,
    random,
    sights: createFieldSights(),
    guards: createWriteGuards(),
    lookGuards: createWriteGuards(),
    accountLooks: createAccountLooks(),
    leadSights: createLeadSights(),
    fields: (object) => objectMaps[object].salesforceFields,
  };
  const taskStatuses = createTaskStatuses();
  const graph: Providers['graph'] = (reach, window, stop) => {
    const [mailbox, accessToken] = reach.source
      ? [reach.source.remoteId, connections.sources(byOwner(reach))]
      : [reach.mailboxAddress, connections.mailbox(reach, reach.mailboxAccess)];
    return { settings: graphSettings, access: { mailbox, window, accessToken, stop } };
  };
  const openSide = (reach: Reach, settings: GraphSettings, access: GraphAccess): Provider => {
    if (reach.source?.kind === 'team') return openTeam(settings, access);
    return reach.source ? openSite(settings, access, reach.source.owner?.zone ?? 'UTC') : openGraph(settings, access);
  };
  const salesforce: Providers['salesforce'] = async (reach, window, stop, purpose = 'person') => {
    const owner = byOwner(reach);
    const { salesforceUserId: userId, salesforceOrgId: orgId } = owner;
    const instanceUrl = orgId && (await parts.instanceUrl(reach.customerId, orgId));
    if (!userId || !orgId || !instanceUrl) throw notConnected();
    return {
      settings: { ...salesforceSettings, limits: (_org, used, max) => budget.note({ customerId: reach.customerId, orgId, used, max }) },
      access: {
        instanceUrl,
        userId,
        orgId,
        window,
        accessToken: connections.salesforce(owner),
        mayAsk: budget.guard({ customerId: reach.customerId, orgId, userId: reach.userId, purpose }, reach.usage ?? null),
        stop,
      },
    };
  };
  return {
    graph,
    salesforce,
    watch(mailbox, stop) {
      const reach = { ...mailbox, salesforceUserId: null, salesforceOrgId: null };
      const { settings, access } = graph(reach, anyTime, stop);
      return openSubscriptions(settings, access);
    },
    lookAround: (user, stop) => ({
      settings: graphSettings,
      access: { mailbox: user.userId, window: anyTime, accessToken: connections.sources(user), stop },
    }),
    openOutlook(reach, stop) {
      const { settings, access } = graph(reach, anyTime, stop);
      return openSide(reach, settings, access);
    },
    async askSalesforce(reach, stop, run) {
      const { settings, access } = await salesforce(reach, anyTime, stop);
      const provider = openSalesforce(settings, access);
      try {
        return await run(provider, access.instanceUrl);
      } finally {
        parts.spent(reach, provider.requests.http);
      }
    },
    async open({ user, customer, salesforceOrg, source }, policy, maps, stop, purpose) {
      const usage = salesforceOrg?.usage ?? null;
      const reach: Reach = { ...user, userId: user.id, customerId: customer.id, tenantId: customer.tenantId, usage, source };
      const outlook = graph(reach, policy.window, stop);
      const records = await salesforce(reach, policy.window, stop, purpose);
      const share = salesforceOrg?.readerUserId ? { inbox: parts.inbox({ ...reach, orgId: records.access.orgId }, purpose) } : {};
      const asked = { ...outlook.settings, select: (object: ObjectKind) => maps[object].outlookSelect };
      const mailbox = source ? null : openGraph(asked, outlook.access);
      return {
        outlook: mailbox ?? openSide(reach, asked, outlook.access),
        ...(mailbox ? { customizer: mailbox.customizer, taskStatuses: () => taskStatuses(records.settings, records.access) } : {}),
        salesforce: openSalesforce(
          { ...records.settings, fields: (object) => maps[object].salesforceFields },
          { ...records.access, ...share },
        ),
      };
    },
  };
}

/** Who reaches out: the user, or for a Team or a site its owner. Without one there is no access. */
function byOwner(reach: Reach): Pick<Reach, 'customerId' | 'tenantId' | 'userId' | 'salesforceUserId' | 'salesforceOrgId'> {
  if (!reach.source) return reach;
  if (!reach.source.owner) throw notConnected();
  return { ...reach, ...reach.source.owner };
}

function notConnected(): SyncFailure {
  const message = 'This user is not connected to Salesforce yet.';
  return new SyncFailure({ kind: 'sign-in', final: true, side: 'salesforce', code: 'not-connected', message });
}
