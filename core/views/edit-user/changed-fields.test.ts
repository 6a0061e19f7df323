import { expect, test } from 'vitest';
import type { User } from '../../contract/client/index.ts';
import { changedFields, draftOf } from './changed-fields.ts';

const user = {
  name: 'Ada',
  email: 'ada@a.example',
  organization: { id: 'o1', name: 'North' },
  plan: { id: 'p1', name: 'Standard' },
} as User;

test('only what differs is sent, without the blanks around it', () => {
  expect(changedFields(user, draftOf(user))).toEqual({});
  expect(changedFields(user, { ...draftOf(user), name: ' Ada ' })).toEqual({});
  expect(changedFields(user, { name: 'Ada P. ', email: 'ada@a.example', organizationId: 'o2', planId: 'p1' })).toEqual({
    name: 'Ada P.',
    organizationId: 'o2',
  });
});
