import { expect, test } from 'vitest';
import { sumCounts } from './sum-counts.ts';

test('acts are added up over objects and directions; what counts something else is left out', () => {
  const counts = {
    'contact.up.create': 3,
    'event.down.create': 1,
    'event.down.hold': 2,
    mailboxes: 9,
    failed: 4,
    invitations: 5,
    'a.b.link': 6,
  };
  expect(sumCounts(counts)).toEqual({ creates: 4, updates: 0, deletes: 0, holds: 2, skips: 0 });
});
