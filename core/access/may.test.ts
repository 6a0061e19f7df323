import { describe, expect, test } from 'vitest';
import type { Role, RoleGrant, Scope } from '../model/index.ts';
import { type Action, actions, installation, may, mayAnywhere, type Place, scopesFor } from './index.ts';

const place = (customer: string, organization: string | null = null, user: string | null = null): Place => ({
  distributorId: 'd1',
  partnerId: customer === 'c3' ? 'p2' : 'p1',
  customerId: customer,
  organizationId: organization,
  userId: user,
});
const grant = (role: Role, level: Scope['level'], id: string | null): RoleGrant => ({ role, scope: { level, id } });

const grants = {
  'platform-admin': grant('platform-admin', 'platform', null),
  partner: grant('partner', 'partner', 'p1'),
  'customer-admin': grant('customer-admin', 'customer', 'c1'),
  'organization-user': grant('organization-user', 'organization', 'o1'),
  user: grant('user', 'self', 'u1'),
};

/** Every action by role, written out: a right that is added or lost must be added or lost here too. */
const table: Record<Action, string> = {
  //                              platform partner customer organization user
  'installation.read': '          yes      -       -        -            -',
  'customer.read': '              yes      yes     yes      -            -',
  'customer.update': '            yes      yes     yes      -            -',
  'organization.read': '          yes      yes     yes      yes          -',
  'organization.update': '        yes      yes     yes      yes          -',
  'user.read': '                  yes      yes     yes      yes          yes',
  'user.update': '                yes      yes     yes      yes          -',
  'user.customize': '             yes      yes     yes      yes          -',
  'user.move': '                  yes      yes     yes      -            -',
  'user.switch-synchronization': 'yes      yes     yes      yes          yes',
  'user.synchronize': '           yes      yes     yes      yes          yes',
  'user.preview': '               yes      yes     yes      yes          yes',
  'user.check-connectivity': '    yes      yes     yes      yes          yes',
  'user.connect': '               -        -       -        -            yes',
  'user.disconnect': '            yes      yes     yes      yes          yes',
  'session.read': '               yes      yes     yes      yes          yes',
  'session.undo': '               yes      yes     yes      yes          yes',
  'issue.read': '                 yes      yes     yes      yes          yes',
  'issue.answer': '               yes      yes     yes      yes          yes',
  'issue.allow-invitations': '    yes      -       yes      yes          -',
  'decision.read': '              yes      yes     yes      yes          yes',
  'job.read': '                   yes      yes     yes      yes          yes',
  'person.read': '                -        -       -        -            yes',
  'mail.read': '                  -        -       -        -            yes',
  'mail.save': '                  -        -       -        -            yes',
  'item.save': '                  -        -       -        -            yes',
  'activity.read': '              yes      yes     yes      yes          yes',
  'ledger.read': '                yes      yes     yes      yes          yes',
  'ledger.write': '               yes      yes     yes      -            -',
  'setting.read': '               yes      yes     yes      yes          yes',
  'setting.update': '             yes      yes     yes      yes          yes',
  'plan.read': '                  yes      yes     yes      yes          -',
  'group.read': '                 yes      yes     yes      -            -',
  'group.update': '               yes      yes     yes      -            -',
  'summary.read': '               yes      yes     yes      yes          -',
};

describe('what each role may do to a user inside its scope', () => {
  for (const action of actions) {
    const cells = (table[action] ?? '').trim().split(/\s+/);
    for (const [index, role] of (['platform-admin', 'partner', 'customer-admin', 'organization-user', 'user'] as const).entries()) {
      const expected = cells[index] === 'yes' ? 'yes' : 'no';
      test(`${role}: ${action} -> ${expected}`, () => {
        expect(may([grants[role]], action, place('c1', 'o1', 'u1'))).toBe(expected);
      });
    }
  }
});

describe('what lies outside of a scope looks as if it did not exist', () => {
  const cases: [keyof typeof grants, Place, 'yes' | 'unseen'][] = [
    ['platform-admin', installation, 'yes'],
    ['platform-admin', place('c3', 'o9', 'u9'), 'yes'],
    ['partner', place('c2', 'o3', 'u3'), 'yes'],
    ['partner', place('c3', 'o9', 'u9'), 'unseen'],
    ['partner', installation, 'unseen'],
    ['customer-admin', place('c1', 'o2', 'u2'), 'yes'],
    ['customer-admin', place('c2', 'o3', 'u3'), 'unseen'],
    ['organization-user', place('c1', 'o1', 'u2'), 'yes'],
    ['organization-user', place('c1', 'o2', 'u2'), 'unseen'],
    ['organization-user', place('c1'), 'unseen'],
    ['user', place('c1', 'o1', 'u2'), 'unseen'],
    ['user', place('c1', 'o1'), 'unseen'],
  ];
  for (const [role, where, expected] of cases) {
    test(`${role} at ${JSON.stringify(where)} -> ${expected}`, () => {
      expect(may([grants[role]], 'user.read', where)).toBe(expected);
    });
  }
});

test('without a grant nothing is seen', () => {
  for (const action of actions) expect(may([], action, place('c1', 'o1', 'u1'))).toBe('unseen');
});

test('a role held on a scope that is not for it is void', () => {
  expect(may([grant('platform-admin', 'customer', 'c1')], 'user.read', place('c1'))).toBe('unseen');
  expect(may([grant('user', 'platform', null)], 'user.read', place('c1', 'o1', 'u1'))).toBe('unseen');
  expect(mayAnywhere([grant('user', 'platform', null)])).toEqual([]);
});

test('a scope without an id holds nothing, also not places without one', () => {
  expect(may([grant('customer-admin', 'customer', null)], 'customer.read', installation)).toBe('unseen');
});

test('several roles add up', () => {
  const both = [grants['organization-user'], grants.user];
  expect(may(both, 'person.read', place('c1', 'o1', 'u1'))).toBe('yes');
  expect(may(both, 'person.read', place('c1', 'o1', 'u2'))).toBe('no');
  expect(scopesFor(both, 'organization.read')).toEqual([{ level: 'organization', id: 'o1' }]);
});
