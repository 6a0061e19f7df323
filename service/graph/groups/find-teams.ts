import { z } from 'zod';
import type { FoundPlace } from '../found-place.ts';
import type { GraphAccess, GraphSettings } from '../graph-settings.ts';
import { readList } from '../read-list.ts';
import { withQuery } from '../with-query.ts';

const group = z.object({ id: z.string().min(1), displayName: z.string().catch(''), mail: z.string().nullish() });

/** All Teams of the tenant, also those whose calendar this sign-in may not read: which one that is shows when it is read. */
export async function findTeams(settings: GraphSettings, access: GraphAccess): Promise<FoundPlace[]> {
  const path = withQuery('/groups', {
    $filter: "resourceProvisioningOptions/Any(x:x eq 'Team')",
    $select: 'id,displayName,mail,resourceProvisioningOptions',
    $top: '100',
  });
  const groups = (await readList(settings, access, [path])).flat().map((one) => group.parse(one));
  return groups.map(({ id, displayName, mail }) => ({
    kind: 'team',
    remoteId: id,
    name: displayName || id,
    address: (mail ?? id).toLowerCase(),
  }));
}
