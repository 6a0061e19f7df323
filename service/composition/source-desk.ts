import { resolveSettings } from '../../core/customization/index.ts';
import { SyncFailure } from '../../core/model/index.ts';
import type { Ids } from '../../core/sync/index.ts';
import { findTeams } from '../graph/groups/index.ts';
import { findSites } from '../graph/sites/index.ts';
import type { Directory, OwnerRefusal, SourceDesk, SourceOwner } from '../http/index.ts';
import { type Store, sources } from '../store/index.ts';
import { sourcesSecret } from './connections.ts';
import type { Providers } from './provider-desk.ts';

export interface SourceDeskParts {
  store: Store;
  ids: Ids;
  providers: Pick<Providers, 'lookAround'>;
  directory: Pick<Directory, 'user' | 'customer' | 'settings'>;
  now(): number;
}

const patience = 60_000;

/** Teams and sites of a tenant: the store's rows, and Microsoft Graph for what there is. */
export function createSourceDesk({ store, ids, providers, directory, now }: SourceDeskParts): SourceDesk & {
  /** A look whose owner is named; answers the ids of what was never seen before. Throws SyncFailure. */
  discover(place: Place, ownerId: string, stop: AbortSignal): Promise<string[]>;
} {
  const books = sources(store, ids);
  const signedIn = async (customerId: string, userId: string): Promise<boolean> => {
    const rows = await store.asCustomers([customerId], ({ query }) =>
      query('SELECT 1 FROM secret WHERE owner_id = $1 AND kind = $2', [userId, sourcesSecret]),
    );
    return rows.length > 0;
  };
  const owner = async ({ customerId, organizationId }: Place): Promise<SourceOwner | null> => {
    const made = await directory.settings([customerId], [{ level: 'organization', id: organizationId }]);
    const userId = resolveSettings(made)['sources.owner'].value;
    const user = userId === null ? undefined : await directory.user([customerId], userId);
    return user ? { userId: user.id, name: user.displayName, email: user.email, signedIn: await signedIn(customerId, user.id) } : null;
  };
  const mayOwn = async ({ customerId, organizationId }: Place, userId: string): Promise<OwnerRefusal | null> => {
    const user = await directory.user([customerId], userId);
    if (user?.organizationId !== organizationId || user.kind !== 'mailbox') return 'not-here';
    if (!user.salesforceUserId || !user.salesforceOrgId) return 'not-connected';
    return (await signedIn(customerId, userId)) ? null : 'not-signed-in';
  };
  const discover = async (place: Place, ownerId: string, stop: AbortSignal): Promise<string[]> => {
    const { customerId } = place;
    const customer = await directory.customer([customerId], customerId);
    const { settings, access } = providers.lookAround({ customerId, tenantId: customer?.tenantId ?? '', userId: ownerId }, stop);
    const found = [...(await findTeams(settings, access)), ...(await findSites(settings, access))];
    return books.saveFound(customerId, found, new Date(now()).toISOString());
  };
  return {
    list: ({ customerId, organizationId }) => books.list(customerId, organizationId),
    async one({ customerId, organizationId }, id) {
      const row = await books.one(customerId, id);
      return row && (row.organizationId === null || row.organizationId === organizationId) ? row : undefined;
    },
    owner,
    mayOwn,
    discover,
    waitingFor: (wall, userIds) => books.waitingSignIns(wall, userIds, sourcesSecret),
    assign: ({ customerId, organizationId }, id, ownerId, act) => books.assign(customerId, id, { organizationId, ownerId }, act),
    async look(place) {
      const named = await owner(place);
      const refusal = named ? await mayOwn(place, named.userId) : 'none';
      if (refusal !== null || !named) return { ok: false, code: refusal ?? 'none' };
      try {
        await discover(place, named.userId, AbortSignal.timeout(patience));
        return { ok: true };
      } catch (error) {
        if (!(error instanceof SyncFailure)) throw error;
        return { ok: false, code: error.error.kind === 'sign-in' ? 'not-signed-in' : 'provider_failed' };
      }
    },
  };
}

type Place = { customerId: string; organizationId: string };
