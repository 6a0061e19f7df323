import { expect, test } from 'vitest';
import { readPlace, usersPlace } from './read-place.ts';

test.each([
  ['', { page: 'start' }],
  ['#/', { page: 'start' }],
  ['#/users', { page: 'users', query: '', state: undefined }],
  ['#/users?state=needs-attention&q=dana', { page: 'users', query: 'dana', state: 'needs-attention' }],
  ['#/users?state=%3Cscript%3E', { page: 'users', query: '', state: undefined }],
  ['#/users/42', { page: 'user', id: '42' }],
  ['#/users/42/sessions/6', { page: 'session', userId: '42', id: '6' }],
  ['#/organizations', { page: 'organizations' }],
  ['#/organizations/7', { page: 'organization', id: '7', section: 'coverage' }],
  ['#/organizations/7/mapping', { page: 'organization', id: '7', section: 'mapping' }],
  ['#/organizations/7/elsewhere', { page: 'organization', id: '7', section: 'coverage' }],
  ['#/settings', { page: 'settings', of: '' }],
  ['#/settings/customer/3', { page: 'settings', of: 'customer 3' }],
  ['#/push', { page: 'push', id: '' }],
  ['#/push/9', { page: 'push', id: '9' }],
  ['#/customers', { page: 'customers' }],
  ['#/customers/4', { page: 'customer', id: '4', section: 'overview' }],
  ['#/customers/4/holds', { page: 'customer', id: '4', section: 'holds' }],
  ['#/groups', { page: 'groups' }],
  ['#/groups/5/changes', { page: 'group', id: '5', section: 'changes' }],
  ['#/my-sync', { page: 'my-sync' }],
  ['#/elsewhere', { page: 'start' }],
])('"%s" is the place %j', (hash, place) => {
  expect(readPlace(hash)).toEqual(place);
});

test('a filtered list has an address that leads back to it', () => {
  expect(readPlace(usersPlace('d & a', 'off'))).toEqual({ page: 'users', query: 'd & a', state: 'off' });
  expect(usersPlace('', undefined)).toBe('#/users');
});
