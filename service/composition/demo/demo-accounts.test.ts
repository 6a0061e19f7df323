import { expect, it } from 'vitest';
import { demoAccounts, demoPassword, demoRoles } from './demo-accounts.ts';
import type { DemoUser } from './insert-demo.ts';

const demo = { tenantId: 't', customerId: 'c', partnerId: 'p', organizationIds: ['o1', 'o2'] };
const user = (name: string): DemoUser => ({
  ...{ id: `user-${name}`, email: `${name}@fernwood.example`, name, graphUserId: `graph-${name}`, zone: 'UTC', company: 'Fernwood' },
  ...{ mailboxAccess: 'graph-app-only', salesforceUserId: '005', salesforceOrgId: '00D', instanceUrl: 'http://127.0.0.1' },
});
const users = ['ann', 'bob', 'cid'].map(user);
const accounts = demoAccounts(demo, users);
const of = (email: string) => accounts.find((account) => account.email === email);

it('gives each role to one account, over what it is meant for and no more', () => {
  const grants = demoRoles.map(({ role, email }) => [role, of(email)?.grants]);
  const grant = (role: string, level: string, id: string | null, customerId: string | null) => [
    role,
    [{ role, scope: { level, id }, customerId }],
  ];
  expect(grants).toEqual([
    grant('platform-admin', 'platform', null, null),
    grant('partner', 'partner', 'p', null),
    grant('customer-admin', 'customer', 'c', 'c'),
    grant('organization-user', 'organization', 'o1', 'c'),
  ]);
});

it('gives every user an own account with the identity at Microsoft, and a password to the first two', () => {
  expect(users.map(({ email }) => of(email)?.password)).toEqual([demoPassword, demoPassword, undefined]);
  expect(of('cid@fernwood.example')).toMatchObject({
    identity: { tenantId: 't', objectId: 'graph-cid' },
    grants: [{ role: 'user', scope: { level: 'self', id: 'user-cid' }, customerId: 'c' }],
  });
  expect(accounts).toHaveLength(demoRoles.length + users.length);
});
