import { expect, it } from 'vitest';
import type { DeleteCount } from '../ports/gate-books.ts';
import { brakedDeletes } from './braked-deletes.ts';

const count = (proposed: number, links: number, linkIds?: string[]): DeleteCount => ({
  ...{ side: 'salesforce', object: 'contact', proposed, links },
  ...(linkIds ? { linkIds } : {}),
});

it('holds the lists that were emptied, as one question, and what few went from others goes', () => {
  const held = brakedDeletes([count(8, 120), count(3, 3, ['a', 'b', 'c']), count(4, 4, ['d', 'e', 'f', 'g']), count(1, 60, ['h'])]);
  expect(held).toEqual([count(7, 7, ['a', 'b', 'c', 'd', 'e', 'f', 'g'])]);
});

it('holds all of them where the object as a whole brakes', () => {
  expect(brakedDeletes([count(30, 60), count(29, 30, ['a']), count(1, 30, ['b'])])).toEqual([count(30, 60)]);
});

it('holds nothing of a few, nor of a list with less than three', () => {
  expect(brakedDeletes([count(4, 60), count(2, 2, ['a', 'b']), count(2, 58, ['c', 'd'])])).toEqual([]);
});
