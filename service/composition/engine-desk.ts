import { type Check, networkChecks, runChecks } from '../../core/connectivity/index.ts';
import { objectMaps } from '../../core/mapping/index.ts';
import { SyncFailure } from '../../core/model/index.ts';
import type { Clock, Hash, Ids } from '../../core/sync/index.ts';
import { isConversationId } from '../graph/index.ts';
import { graphChecks } from '../graph/probes/index.ts';
import type { Directory, EngineDesk } from '../http/index.ts';
import { type ExplainBooks, type ExplainParts, explainItem, type ItemRef } from '../lanes/explain-item.ts';
import { nodeNetwork } from '../network/index.ts';
import { salesforceChecks } from '../salesforce/probes/index.ts';
import type { itemBooks } from '../store/index.ts';
import { failedReading } from './failed-reading.ts';
import { createLastingId } from './lasting-id.ts';
import { toPersonMatch } from './person-match.ts';
import type { Providers, Reach } from './provider-desk.ts';
import { readItemPeople } from './read-item.ts';
import { readVisibility } from './read-visibility.ts';

export interface EngineParts {
  directory: Pick<Directory, 'user' | 'customer'>;
  providers: Providers;
  force: EngineDesk['force'];
  /** Books the check in the activity log. */
  noteCheck(
    mailbox: { customerId: string; userId: string },
    act: Parameters<EngineDesk['checkConnectivity']>[2],
    result: string,
  ): Promise<void>;
  books: ExplainBooks & Pick<ReturnType<typeof itemBooks>, 'knows'>;
  clock: Clock;
  hash: Hash;
  ids: Ids;
  now(): number;
}

/** A provider that refuses or does not answer is data for whoever asked; anything else is a bug. */
function failed(error: unknown): { ok: false; code: 'not_connected' | 'provider_failed' } {
  if (!(error instanceof SyncFailure)) throw error;
  return { ok: false, code: error.error.kind === 'sign-in' ? 'not_connected' : 'provider_failed' };
}

const window = { start: '1970-01-01T00:00:00.000Z', end: '2100-01-01T00:00:00.000Z' };
const patience = 60_000;

/** What the API asks of the engine, beyond the store. */
export function createEngineDesk(parts: EngineParts): EngineDesk {
  const reachOf = async (mailbox: { customerId: string; userId: string }): Promise<Reach> => {
    const user = await parts.directory.user([mailbox.customerId], mailbox.userId);
    const customer = await parts.directory.customer([mailbox.customerId], mailbox.customerId);
    if (!user || !customer) throw new Error('the mailbox is gone');
    return { ...user, userId: user.id, tenantId: customer.tenantId };
  };
  const explain = (reach: Reach, item: ItemRef) => {
    const stop = AbortSignal.timeout(patience);
    const ask: ExplainParts['ask'] = (_mailbox, side, use) =>
      side === 'outlook' ? use(parts.providers.openOutlook(reach, stop)) : parts.providers.askSalesforce(reach, stop, use);
    const { books, hash, ids, clock } = parts;
    return explainItem({ books, maps: objectMaps, hash, ids, clock, ask }, reach, item);
  };
  const lastingId = createLastingId({
    knows: (mailbox, item) => parts.books.knows(mailbox, { ...item, side: 'outlook' }),
    outlook: async (mailbox) => parts.providers.openOutlook(await reachOf(mailbox), AbortSignal.timeout(patience)),
  });
  return {
    force: parts.force,
    lastingId,
    async checkConnectivity(mailbox, side, act) {
      const reach = await reachOf(mailbox);
      const report = await runChecks(side, await checksOf(parts.providers, reach, side), parts.now);
      await parts.noteCheck(mailbox, act, report.result);
      return report;
    },
    async findPeople(mailbox, email) {
      try {
        const reach = await reachOf(mailbox);
        const matches = await parts.providers.askSalesforce(reach, AbortSignal.timeout(patience), async (salesforce, instanceUrl) => {
          const found = await salesforce.match({ object: 'contact', by: 'email', values: [email.toLowerCase()] });
          return found.flatMap((item) => toPersonMatch(item, instanceUrl) ?? []);
        });
        return { ok: true, matches };
      } catch (error) {
        return failed(error);
      }
    },
    async explain(mailbox, item) {
      try {
        return { ok: true, explanation: await explain(await reachOf(mailbox), item) };
      } catch (error) {
        return failedReading(error);
      }
    },
    async visibility(mailbox, item) {
      try {
        const reach = await reachOf(mailbox);
        const explained = await explain(reach, { ...item, side: 'outlook' });
        return { ok: true, item: explained && (await readVisibility(parts.providers, reach, item.object, explained)) };
      } catch (error) {
        return failedReading(error);
      }
    },
    async readItem(mailbox, itemId) {
      try {
        const reach = await reachOf(mailbox);
        const id = isConversationId(itemId) ? await lastingId(mailbox, { object: 'email', remoteId: itemId }) : itemId;
        const item = await readItemPeople(parts.providers.openOutlook(reach, AbortSignal.timeout(patience)), id, reach.mailboxAddress);
        return item ? { ok: true, item } : { ok: false, code: 'not_found' };
      } catch (error) {
        return failedReading(error);
      }
    },
  };
}

async function checksOf(providers: Providers, reach: Reach, side: 'mailbox' | 'salesforce'): Promise<Check[]> {
  const stop = AbortSignal.timeout(patience);
  if (side === 'mailbox') {
    const { settings, access } = providers.graph(reach, window, stop);
    return [...networkChecks(settings.baseUrl, 'Microsoft Graph', nodeNetwork), ...graphChecks(settings, access)];
  }
  try {
    const { settings, access } = await providers.salesforce(reach, window, stop);
    return [...networkChecks(access.instanceUrl, 'Salesforce', nodeNetwork), ...salesforceChecks(settings, access)];
  } catch (error) {
    if (!(error instanceof SyncFailure)) throw error;
    const evidence = error.error.code;
    return [{ key: 'sign-in', run: async () => ({ result: 'failed', finding: 'not-connected', evidence }) }];
  }
}
