import { expect, it } from 'vitest';
import { accountForItems, sayAccounts } from './account-for-items.ts';

const world = [
  { side: 'outlook' as const, object: 'contact' as const, ids: ['a', 'b', 'c', 'd'] },
  { side: 'salesforce' as const, object: 'contact' as const, ids: ['A'] },
  { side: 'salesforce' as const, object: 'case' as const, ids: ['C', 'D'] },
];
const books = {
  partners: new Map([
    ['outlook contact a', 'A'],
    ['salesforce contact A', 'a'],
    ['outlook contact d', 'D'],
  ]),
  reasons: new Map([['outlook contact b', 'private']]),
};

it('finds what is neither on both sides nor listed, a partner that is not there too', () => {
  const accounts = accountForItems(world, books);
  expect(accounts).toEqual([
    { kind: 'outlook contact', items: 4, onBothSides: 1, left: { private: 1 }, unaccounted: ['c', 'd'] },
    { kind: 'salesforce contact', items: 1, onBothSides: 1, left: {}, unaccounted: [] },
    { kind: 'salesforce case', items: 2, onBothSides: 0, left: { 'no such item in Outlook': 2 }, unaccounted: [] },
  ]);
  expect(sayAccounts(accounts)).toContain('| outlook contact | 4 | 1 | 1 private | 2 |');
});
