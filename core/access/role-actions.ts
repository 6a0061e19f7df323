import type { Role, ScopeLevel } from '../model/index.ts';
import { type Action, actions } from './action.ts';

const own = [
  'user.read',
  'user.switch-synchronization',
  'user.synchronize',
  'user.preview',
  'user.check-connectivity',
  'session.read',
  'issue.read',
  'issue.answer',
  'decision.read',
  'activity.read',
  'setting.read',
  'setting.update',
] as const satisfies readonly Action[];

const organization = [
  ...own,
  'organization.read',
  'organization.update',
  'user.update',
  'summary.read',
  'issue.allow-invitations',
] as const satisfies readonly Action[];
const customer = [...organization, 'customer.read', 'customer.update', 'user.move'] as const satisfies readonly Action[];

/**
 * What a role may do inside its scope. Only a person's own role reads people out of Salesforce (it is done with that person's access),
 * and a partner never lets mail go out to a customer's contacts.
 */
export const roleActions: Record<Role, ReadonlySet<Action>> = {
  'platform-admin': new Set(actions.filter((action) => action !== 'person.read')),
  partner: new Set(customer.filter((action) => action !== 'issue.allow-invitations')),
  'customer-admin': new Set(customer),
  'organization-user': new Set(organization),
  user: new Set([...own, 'person.read']),
};

/** On which scopes a role may be held. A grant on any other is void: it fails closed. */
export const roleScopes: Record<Role, readonly ScopeLevel[]> = {
  'platform-admin': ['platform'],
  partner: ['distributor', 'partner', 'customer'],
  'customer-admin': ['customer'],
  'organization-user': ['organization'],
  user: ['self'],
};
