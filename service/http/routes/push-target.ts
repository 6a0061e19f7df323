import type { Directory } from '../ports/index.ts';
import { customerChain, userChain } from './level-chain.ts';
import type { LevelPlace } from './reach-level.ts';

export interface PushTarget {
  level: 'user' | 'group' | 'organization';
  id: string;
}

/** A target of a push as the books have it now; undefined where it is gone. Whether one may change it was asked before. */
export const findTarget = async (
  directory: Pick<Directory, 'user' | 'group' | 'organization' | 'groupsOf'>,
  wall: readonly string[],
  { level, id }: PushTarget,
): Promise<(LevelPlace & { name: string; organizationId: string | null }) | undefined> => {
  if (level === 'user') {
    const user = await directory.user(wall, id);
    if (user === undefined) return undefined;
    const place = { level, id, customerId: user.customerId, chain: await userChain(directory, wall, user) };
    return { ...place, name: user.displayName, organizationId: user.organizationId };
  }
  const found = level === 'group' ? await directory.group(wall, id) : await directory.organization(wall, id);
  if (found === undefined) return undefined;
  const place = { level, id, customerId: found.customerId, chain: customerChain(found.customerId, level, id) };
  return { ...place, name: found.name, organizationId: level === 'organization' ? id : null };
};
