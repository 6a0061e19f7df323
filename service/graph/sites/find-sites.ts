import { z } from 'zod';
import type { FoundPlace } from '../found-place.ts';
import type { GraphAccess, GraphSettings } from '../graph-settings.ts';
import { readList } from '../read-list.ts';
import { isEventList } from './event-list.ts';

const site = z.object({ id: z.string().min(1), displayName: z.string().catch(''), webUrl: z.string().catch('') });

/** The sites that this sign-in may read and that hold an event list; what lists each has is asked of many at once. */
export async function findSites(settings: GraphSettings, access: GraphAccess): Promise<FoundPlace[]> {
  const sites = (await readList(settings, access, ['/sites?search=*'])).flat().map((one) => site.parse(one));
  const lists = await readList(
    settings,
    access,
    sites.map(({ id }) => `/sites/${encodeURIComponent(id)}/lists?$select=id,displayName,list`),
  );
  return sites.flatMap(({ id, displayName, webUrl }, index): FoundPlace[] =>
    lists[index]?.some(isEventList)
      ? [{ kind: 'site', remoteId: id, name: displayName || webUrl || id, address: (webUrl || id).toLowerCase() }]
      : [],
  );
}
