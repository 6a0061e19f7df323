import { z } from 'zod';
import { requireSafeAddress } from '../../../core/connectivity/index.ts';
import type { Collection } from '../../../core/model/index.ts';
import type { Lookup, Provider, ReadPage } from '../../../core/sync/index.ts';
import { askPaths } from '../ask-paths.ts';
import { bodyOf } from '../body-of.ts';
import { isLostPlace } from '../classify-answer.ts';
import type { Outcome } from '../exchange.ts';
import { createGraphClient } from '../graph-client.ts';
import type { GraphAccess, GraphSettings } from '../graph-settings.ts';
import { readItem } from '../raw-item.ts';
import { refuseWrites } from '../refuse-writes.ts';
import { relativePath } from '../relative-path.ts';
import { isEventList, siteList } from './event-list.ts';
import { listEvents, readItemId, wholeEvent } from './list-events.ts';
import { type ListItem, listItem } from './list-item.ts';

const page = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
});

/** Any time that a calendar of Graph reads: a look-up by id asks for the meeting wherever it lies. */
const anyTime = { start: '1970-01-01T00:00:00.000Z', end: '2100-01-01T00:00:00.000Z' };

/**
 * The event lists of a SharePoint site, read with delegated Sites.Read.All. Their delta says that something changed, not what it means for a
 * series (its changed and deleted days are items of their own): where it says so, the list is read whole. Nothing new costs one request for
 * all lists. `mailbox` of the access is the site's id, `zone` the zone by whose clock a series repeats.
 */
export function openSite(settings: GraphSettings, access: GraphAccess, zone: string): Provider {
  requireSafeAddress(settings.baseUrl, 'the address of Microsoft Graph');
  const client = createGraphClient(settings, access);
  const site = `/sites/${encodeURIComponent(access.mailbox)}`;
  const ask = askPaths(client, settings, access);
  const readWhole = async (path: string): Promise<unknown[]> => {
    const all: unknown[] = [];
    for (let next: string | null = path; next !== null; ) {
      const body: z.infer<typeof page> = page.parse(bodyOf((await ask([next]))[0]));
      all.push(...body.value);
      next = body['@odata.nextLink'] === undefined ? null : relativePath(body['@odata.nextLink']);
    }
    return all;
  };
  const itemsOf = async (listId: string): Promise<ListItem[]> =>
    (await readWhole(`${site}/lists/${listId}/items?$expand=fields`)).map((item) => listItem.parse(item));

  return {
    side: 'outlook',
    requests: client.requests,
    async discover(objects) {
      if (!objects.includes('event')) return [];
      const lists = (await readWhole(`${site}/lists?$select=id,displayName,list`)).filter(isEventList);
      return lists.map((one) => siteList.parse(one)).map(({ id, displayName }) => ({ object: 'event', remoteId: id, name: displayName }));
    },
    async *read(requests) {
      const collections = requests.map(({ collection }) => collection);
      const known = collections.filter(({ cursor }) => cursor);
      const outcomes = await ask(known.map(({ cursor }) => relativePath(cursor ?? '')));
      yield* known.map((collection, index) => checkNews(collection, outcomes[index]));
      for (const collection of collections.filter(({ cursor }) => !cursor)) {
        const { remoteId, window } = collection;
        // The place comes first: what changes while the list is read is news next time.
        const latest = page.parse(bodyOf((await ask([`${site}/lists/${remoteId}/items/delta?token=latest`]))[0]));
        const events = listEvents(remoteId, await itemsOf(remoteId), window ?? anyTime, zone);
        const cursor = latest['@odata.deltaLink'] ?? '';
        yield { collectionId: collection.id, items: events.map(readItem), cursor, complete: true, lost: false };
      }
    },
    async get(refs) {
      const lists = new Map<string, Promise<ListItem[]>>();
      const outcomes = await ask(refs.map(({ remoteId }) => itemPath(site, remoteId)));
      return Promise.all(
        refs.map(async (ref, index): Promise<Lookup> => {
          const outcome = outcomes[index];
          if (!outcome || 'error' in outcome) return unseen(ref, outcome);
          const { listId, planned } = readItemId(ref.remoteId);
          const own = listItem.parse(outcome.answer.body);
          if (planned === undefined) return { ...ref, item: readItem(wholeEvent(ref.remoteId, own)), error: null };
          // A meeting is gone where the rule has no place for it, or where the list names that very day as taken out.
          const all = lists.get(listId) ?? itemsOf(listId);
          lists.set(listId, all);
          const found = listEvents(listId, [own, ...(await all).filter(({ id }) => id !== own.id)], around(planned), zone);
          const event = found.find(({ id }) => id === ref.remoteId);
          return { ...ref, item: event ? readItem(event) : null, error: null };
        }),
      );
    },
    match: async () => [],
    write: refuseWrites,
  };
}

const itemPath = (site: string, id: string): string => {
  const { listId, item } = readItemId(id);
  return `${site}/lists/${encodeURIComponent(listId)}/items/${encodeURIComponent(item)}?$expand=fields`;
};

/** A day around a planned start, so that a series without end is not worked out whole. */
function around(planned: string) {
  const at = Date.parse(planned);
  if (Number.isNaN(at)) return anyTime;
  return { start: new Date(at - 86_400_000).toISOString(), end: new Date(at + 86_400_000).toISOString() };
}

function checkNews(collection: Collection, outcome: Outcome | undefined): ReadPage {
  const lost = { collectionId: collection.id, items: [], cursor: '', complete: false, lost: true };
  if (outcome && 'answer' in outcome && isLostPlace(outcome.answer)) return lost;
  const body = page.parse(bodyOf(outcome));
  const cursor = body['@odata.deltaLink'];
  return body.value.length > 0 || cursor === undefined ? lost : { ...lost, cursor, complete: true, lost: false };
}

function unseen(ref: { object: Lookup['object']; remoteId: string }, outcome: Extract<Outcome, { error: unknown }> | undefined): Lookup {
  if (outcome?.error.kind === 'gone') return { ...ref, item: null, error: null };
  return { ...ref, item: null, error: outcome?.error ?? { kind: 'bug', code: 'no-outcome', message: 'the look-up was not answered' } };
}
