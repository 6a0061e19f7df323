import { expect, test } from 'vitest';
import type { StatusState, User } from '../../contract/client/index.ts';
import { type Arrangement, arrangeUsers, countStates } from './arrange-users.ts';

const user = (name: string, state: StatusState, openIssues = 0): User =>
  ({
    name,
    email: `${name.toLowerCase()}@acme.example`,
    openIssues,
    organization: { name: 'Acme' },
    plan: { name: 'Standard' },
    status: { state },
  }) as User;
const all = [
  user('Zoë', 'up-to-date'),
  user('Ärzte', 'up-to-date'),
  user('Bob', 'needs-attention', 1),
  user('Cleo', 'needs-attention', 7),
  user('Adam', 'off'),
];
const arranged = (more: Partial<Arrangement>) =>
  arrangeUsers(all, { query: '', state: undefined, sort: 'attention', descending: false, ...more }, 'de').map(({ name }) => name);

test('whoever needs somebody comes first, most issues before fewer', () => {
  expect(arranged({})).toEqual(['Cleo', 'Bob', 'Adam', 'Ärzte', 'Zoë']);
});

test('names are ordered as the language orders them, both ways', () => {
  expect(arranged({ sort: 'name' })).toEqual(['Adam', 'Ärzte', 'Bob', 'Cleo', 'Zoë']);
  expect(arranged({ sort: 'name', descending: true })).toEqual(['Zoë', 'Cleo', 'Bob', 'Ärzte', 'Adam']);
});

test('search finds names without their accents, and addresses', () => {
  expect(arranged({ query: 'zoe' })).toEqual(['Zoë']);
  expect(arranged({ query: 'BOB@acme' })).toEqual(['Bob']);
  expect(arranged({ query: 'nobody' })).toEqual([]);
});

test('a state and a search hold together', () => {
  expect(arranged({ state: 'needs-attention', query: 'c' })).toEqual(['Cleo', 'Bob']);
});

test('states are counted over all', () => {
  expect(countStates(all)).toEqual({ 'needs-attention': 2, off: 1, waiting: 0, syncing: 0, 'up-to-date': 2 });
});

test('100,000 users are searched and sorted, too', () => {
  const many = Array.from({ length: 100_000 }, (_, index) => user(`User ${index}`, index % 50 === 0 ? 'needs-attention' : 'up-to-date'));
  expect(arrangeUsers(many, { query: 'user 999', state: undefined, sort: 'name', descending: false }, 'en').length).toBe(111);
});
