import type { SettingLevel } from '../../../core/model/index.ts';
import type { Directory, UserRow } from '../ports/index.ts';

type Level = { level: SettingLevel; id: string };

/** The levels that count for a user, the widest first. */
export const userChain = async (
  directory: Pick<Directory, 'groupsOf'>,
  wall: readonly string[],
  user: Pick<UserRow, 'id' | 'planId' | 'customerId' | 'organizationId'>,
): Promise<Level[]> => [
  { level: 'plan', id: user.planId },
  { level: 'customer', id: user.customerId },
  { level: 'organization', id: user.organizationId },
  ...(await directory.groupsOf(wall, user.id)).map((id) => ({ level: 'group' as const, id })),
  { level: 'user', id: user.id },
];

/** The levels that count for something that stands directly below a customer. */
export const customerChain = (customerId: string, level: 'organization' | 'group', id: string): Level[] => [
  { level: 'customer', id: customerId },
  { level, id },
];
