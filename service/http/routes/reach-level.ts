import type { Action } from '../../../core/access/index.ts';
import type { SettingLevel } from '../../../core/model/index.ts';
import type { ApiOptions } from '../api-options.ts';
import type { Caller } from '../ports/index.ts';
import { notFound, reachCustomer, reachOrganization, reachUser, wallOf } from '../reach/index.ts';

/** A level at which settings are made, with all the levels that count there. */
export interface LevelPlace {
  level: SettingLevel;
  id: string;
  customerId: string;
  chain: { level: SettingLevel; id: string }[];
}

interface Reaching {
  caller: Caller;
  options: ApiOptions;
}
type ReachOne = (reaching: Reaching, id: string, action: Action) => Promise<LevelPlace>;

/** Plans and groups belong to a customer: who may do it to the customer may do it to them. */
const ofCustomer = async (
  reaching: Reaching,
  level: 'plan' | 'group',
  found: { id: string; customerId: string } | undefined,
  action: Action,
) => {
  if (found === undefined) throw notFound(level);
  await reachCustomer(reaching, found.customerId, action);
  const customer = { level: 'customer' as const, id: found.customerId };
  const own = { level, id: found.id };
  return { level, id: found.id, customerId: found.customerId, chain: level === 'plan' ? [own] : [customer, own] };
};

const reachers: Record<SettingLevel, ReachOne> = {
  plan: async (reaching, id, action) =>
    ofCustomer(reaching, 'plan', await reaching.options.directory.plan(wallOf(reaching.caller), id), action),
  group: async (reaching, id, action) =>
    ofCustomer(reaching, 'group', await reaching.options.directory.group(wallOf(reaching.caller), id), action),
  customer: async (reaching, id, action) => {
    await reachCustomer(reaching, id, action);
    return { level: 'customer', id, customerId: id, chain: [{ level: 'customer', id }] };
  },
  organization: async (reaching, id, action) => {
    const { customerId } = await reachOrganization(reaching, id, action);
    const chain = [
      { level: 'customer' as const, id: customerId },
      { level: 'organization' as const, id },
    ];
    return { level: 'organization', id, customerId, chain };
  },
  user: async (reaching, id, action) => {
    const user = await reachUser(reaching, id, action);
    const groups = await reaching.options.directory.groupsOf(wallOf(reaching.caller), id);
    const chain: LevelPlace['chain'] = [
      { level: 'plan', id: user.planId },
      { level: 'customer', id: user.customerId },
      { level: 'organization', id: user.organizationId },
      ...groups.map((group) => ({ level: 'group' as const, id: group })),
      { level: 'user', id },
    ];
    return { level: 'user', id, customerId: user.customerId, chain };
  },
};

export const reachLevel = (reaching: Reaching, level: SettingLevel, id: string, action: Action): Promise<LevelPlace> =>
  reachers[level](reaching, id, action);
