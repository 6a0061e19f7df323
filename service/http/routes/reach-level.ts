import type { Action } from '../../../core/access/index.ts';
import type { SettingLevel } from '../../../core/model/index.ts';
import type { ApiOptions } from '../api-options.ts';
import type { Caller } from '../ports/index.ts';
import { notFound, reachCustomer, reachOrganization, reachUser, wallOf } from '../reach/index.ts';
import { customerChain, userChain } from './level-chain.ts';

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
  const { id, customerId } = found;
  return { level, id, customerId, chain: level === 'plan' ? [{ level, id }] : customerChain(customerId, level, id) };
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
    return { level: 'organization', id, customerId, chain: customerChain(customerId, 'organization', id) };
  },
  user: async (reaching, id, action) => {
    const user = await reachUser(reaching, id, action);
    const chain = await userChain(reaching.options.directory, wallOf(reaching.caller), user);
    return { level: 'user', id, customerId: user.customerId, chain };
  },
};

export const reachLevel = (reaching: Reaching, level: SettingLevel, id: string, action: Action): Promise<LevelPlace> =>
  reachers[level](reaching, id, action);
