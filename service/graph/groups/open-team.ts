import { z } from 'zod';
import { requireSafeAddress } from '../../../core/connectivity/index.ts';
import type { Collection } from '../../../core/model/index.ts';
import type { Provider, ReadPage } from '../../../core/sync/index.ts';
import { askPaths } from '../ask-paths.ts';
import { bodyOf } from '../body-of.ts';
import { createGraphClient } from '../graph-client.ts';
import type { GraphAccess, GraphSettings } from '../graph-settings.ts';
import { readItem } from '../raw-item.ts';
import { refuseWrites } from '../refuse-writes.ts';
import { relativePath } from '../relative-path.ts';
import { toLookup } from '../to-lookup.ts';
import { withQuery } from '../with-query.ts';

const page = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().optional(),
  '@odata.count': z.int().optional(),
});

/**
 * The calendar of a Team: that of its Microsoft 365 group, read with the sign-in of one of its members (delegated Group.Read.All; application
 * permissions are refused there, group-list-events). There is no delta for groups (microsoft-graph-docs #8743), so each run lists the window
 * whole: one request for up to 500 meetings. `mailbox` of the access is the group's id.
 */
export function openTeam(settings: GraphSettings, access: GraphAccess): Provider {
  requireSafeAddress(settings.baseUrl, 'the address of Microsoft Graph');
  const client = createGraphClient(settings, access);
  const group = `/groups/${encodeURIComponent(access.mailbox)}`;
  const ask = askPaths(client, settings, access);
  return {
    side: 'outlook',
    listsWhole: true,
    requests: client.requests,
    discover: async (objects) => (objects.includes('event') ? [{ object: 'event', remoteId: 'calendar', name: 'Calendar' }] : []),
    async *read(requests) {
      for (const { collection } of requests) yield* readCalendar(collection, async (path) => bodyOf((await ask([path]))[0]), group);
    },
    async get(refs) {
      const outcomes = await ask(refs.map(({ remoteId }) => `${group}/events/${encodeURIComponent(remoteId)}`));
      return refs.map(({ object, remoteId }, index) => toLookup({ object, remoteId }, outcomes[index], { user: group, bin: undefined }));
    },
    match: async () => [],
    write: refuseWrites,
  };
}

/** A listing that is shorter than its own count proves nothing: it stays open, begins anew in the next run, and nothing is swept. */
async function* readCalendar(
  { id, window, name }: Collection,
  fetchPage: (path: string) => Promise<unknown>,
  group: string,
): AsyncGenerator<ReadPage> {
  if (!window) throw new TypeError(`the calendar "${name}" has no window to list`);
  const range = { startDateTime: window.start, endDateTime: window.end };
  let path: string | null = withQuery(`${group}/calendarView`, { ...range, $top: '500', $count: 'true' });
  let count: number | undefined;
  const seen = new Set<string>();
  while (path !== null) {
    const body = page.parse(await fetchPage(path));
    const items = [...new Map(body.value.map(readItem).map((item) => [item.remoteId, item])).values()];
    for (const item of items) seen.add(item.remoteId);
    count ??= body['@odata.count'];
    const next = body['@odata.nextLink'];
    path = next === undefined ? null : relativePath(next);
    const complete = path === null && seen.size >= (count ?? 0);
    yield { collectionId: id, items, cursor: '', complete, lost: false };
  }
}
