import { resolveSettings } from '../../core/customization/index.ts';
import { SyncFailure } from '../../core/model/index.ts';
import type { Clock, Ids } from '../../core/sync/index.ts';
import { directory, type Store, sourceLooks, sources } from '../store/index.ts';
import type { Providers } from './provider-desk.ts';
import { createSourceDesk } from './source-desk.ts';

export interface SourceWatchParts {
  store: Store;
  ids: Ids;
  providers: Pick<Providers, 'lookAround'>;
  clock: Clock;
  stop: AbortSignal;
}

/**
 * D18: each day, and as soon as its settings change, an organization that wants new Teams or new sites by itself is looked at; what was never seen
 * before is switched on with the organization's owner.
 */
export function openSourceWatch({ store, ids, providers, clock, stop }: SourceWatchParts) {
  const { take, ...due } = sourceLooks(store);
  const people = directory(store, ids);
  const books = sources(store, ids);
  const desk = createSourceDesk({ store, ids, providers, directory: people, now: () => clock.now() });

  async function look(organizationId: string): Promise<void> {
    const at = new Date(clock.now()).toISOString();
    const taken = await take(organizationId, at);
    if (!taken) return;
    const { customerId } = taken;
    const place = { customerId, organizationId };
    const settings = resolveSettings(await people.settings([customerId], [{ level: 'organization', id: organizationId }]));
    const wanted = { team: settings['sources.newTeams'].value, site: settings['sources.newSites'].value };
    const ownerId = settings['sources.owner'].value;
    if ((!wanted.team && !wanted.site) || ownerId === null || (await desk.mayOwn(place, ownerId)) !== null) return;
    for (const id of await desk.discover(place, ownerId, stop)) {
      const row = await desk.one(place, id);
      if (!row || !wanted[row.kind]) continue;
      const act = { actor: null, onBehalfOf: null, source: 'service', at, activities: [] };
      await books.assign(customerId, id, { organizationId, ownerId }, act);
      await people.setSynchronization([customerId], id, true, { ...act, activities: ['synchronization-enabled'] });
    }
  }

  return {
    ...due,
    /** What Microsoft Graph refuses now is looked at again a day later; nothing was taken away meanwhile. */
    look: (organizationId: string): Promise<void> =>
      look(organizationId).catch((error) => {
        if (!(error instanceof SyncFailure)) throw error;
      }),
  };
}
