import type { Role, ScopeLevel } from '../model/index.ts';
import { type Action, actions } from './action.ts';

const own = [
  'user.read',
  'user.switch-synchronization',
  'user.synchronize',
  'user.preview',
  'user.check-connectivity',
  'user.disconnect',
  'session.read',
  'session.undo',
  'issue.read',
  'issue.answer',
  'decision.read',
  'job.read',
  'activity.read',
  'ledger.read',
  'setting.read',
  'setting.update',
] as const satisfies readonly Action[];

const organization = [
  ...own,
  'organization.read',
  'organization.update',
  'user.update',
  'user.customize',
  'plan.read',
  'summary.read',
  'issue.allow-invitations',
] as const satisfies readonly Action[];
const customer = [
  ...organization,
  'customer.read',
  'customer.update',
  'user.move',
  'group.read',
  'group.update',
  'ledger.write',
] as const satisfies readonly Action[];

/** Done with a person's own access at Microsoft or Salesforce: nobody does it in somebody else's stead, no administrator either (E38). */
const personal: ReadonlySet<Action> = new Set(['person.read', 'mail.read', 'mail.save', 'item.save', 'user.connect']);

/**
 * What a role may do inside its scope. A partner never lets mail go out to a customer's contacts.
 */
export const roleActions: Record<Role, ReadonlySet<Action>> = {
  'platform-admin': new Set(actions.filter((action) => !personal.has(action))),
  partner: new Set(customer.filter((action) => action !== 'issue.allow-invitations')),
  'customer-admin': new Set(customer),
  'organization-user': new Set(organization),
  user: new Set([...own, ...personal]),
};

/** On which scopes a role may be held. A grant on any other is void: it fails closed. */
export const roleScopes: Record<Role, readonly ScopeLevel[]> = {
  'platform-admin': ['platform'],
  partner: ['distributor', 'partner', 'customer'],
  'customer-admin': ['customer'],
  'organization-user': ['organization'],
  user: ['self'],
};
