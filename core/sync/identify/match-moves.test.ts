import { expect, it } from 'vitest';
import { taskFields } from '../../mapping/task/fields.ts';
import type { Fields, Link, Observation } from '../../model/index.ts';
import type { PlanUnit } from '../ports/lane-store.ts';
import { matchMoves } from './match-moves.ts';

const task = (more: Fields = {}): Fields => ({
  subject: 'Tiles',
  description: null,
  due: null,
  status: 'notStarted',
  priority: 'normal',
  ...more,
});
const gone = (id: string, base: Fields): PlanUnit => ({
  object: 'task',
  link: { id, baseOutlook: base } as unknown as Link,
  outlook: null,
  salesforce: null,
});
const come = (remoteId: string, fields: Fields) => ({ remoteId, fields }) as unknown as Observation;
const matched = (left: PlanUnit[], arrived: Observation[]) =>
  matchMoves(left, arrived, taskFields).map((move) => [move.gone.link?.id, move.come.remoteId]);

it.each([
  ['the very same', task(), [['a', 'x']]],
  ['ticked off on the way', task({ status: 'completed', priority: 'high' }), [['a', 'x']]],
  ['put off on the way', task({ due: '2026-12-01' }), []],
  ['of another name', task({ subject: 'Blue tiles' }), []],
])('takes %s task for the one that went, or not', (_what, fields, moves) => {
  expect(matched([gone('a', task())], [come('x', fields)])).toEqual(moves);
});

it('takes an open task for no move of one that was done, and nothing without a name', () => {
  expect(matched([gone('a', task({ status: 'completed' }))], [come('x', task())])).toEqual([]);
  expect(matched([gone('a', task({ subject: null }))], [come('x', task({ subject: null }))])).toEqual([]);
});

it('gives each newcomer away once, to what it is most like', () => {
  const left = [gone('a', task()), gone('b', task({ priority: 'high' })), gone('c', task())];
  expect(matched(left, [come('x', task({ priority: 'high' })), come('y', task())])).toEqual([
    ['a', 'y'],
    ['b', 'x'],
  ]);
});
