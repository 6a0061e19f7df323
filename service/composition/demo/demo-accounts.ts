import type { Role, Scope } from '../../../core/model/index.ts';
import type { NewAccount } from '../../accounts/index.ts';
import type { Demo, DemoUser } from './insert-demo.ts';

/** Of every demo account; sandbox mode listens on loopback only. */
export const demoPassword = 'Lockstep-demo-1';

/** One account for each role, by its address; `ready.json` names them with a token. */
export const demoRoles: readonly { role: Role; email: string }[] = [
  { role: 'platform-admin', email: 'operator@lockstep.example' },
  { role: 'partner', email: 'partner@lockstep.example' },
  { role: 'customer-admin', email: 'admin@lockstep.example' },
  { role: 'organization-user', email: 'organization@lockstep.example' },
];

/** Only so many users get a password (hashing one is slow on purpose); all of them can sign in with Microsoft. */
const usersWithPassword = 2;

export function demoAccounts(demo: Demo, users: readonly DemoUser[]): (NewAccount & { password?: string })[] {
  const scopes: Record<string, Scope> = {
    'platform-admin': { level: 'platform', id: null },
    partner: { level: 'partner', id: demo.partnerId },
    'customer-admin': { level: 'customer', id: demo.customerId },
    'organization-user': { level: 'organization', id: demo.organizationIds[0] ?? null },
  };
  const roles = demoRoles.map(({ role, email }) => {
    const scope = scopes[role] as Scope;
    const customerId = scope.level === 'customer' || scope.level === 'organization' ? demo.customerId : null;
    return { email, name: nameOf(role), password: demoPassword, grants: [{ role, scope, customerId }] };
  });
  const own = users.map((user, index) => ({
    email: user.email,
    name: user.name,
    ...(index < usersWithPassword ? { password: demoPassword } : {}),
    identity: { tenantId: demo.tenantId, objectId: user.graphUserId },
    grants: [{ role: 'user' as const, scope: { level: 'self' as const, id: user.id }, customerId: demo.customerId }],
  }));
  return [...roles, ...own];
}

const nameOf = (role: Role): string => `Demo ${role.replace('-', ' ')}`;
