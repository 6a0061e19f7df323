import { expect, it } from 'vitest';
import { DatabaseAway, isDatabaseAway, looksAway } from './database-away.ts';
import { DrizzleQueryError } from './drizzle.ts';

const withCode = (code: string) => Object.assign(new Error('x'), { code });

it.each([
  ['a refused connection', withCode('ECONNREFUSED')],
  ['one refused on every address of the name', new AggregateError([withCode('ECONNREFUSED'), withCode('ECONNREFUSED')])],
  ['a server that shuts down', withCode('57P01')],
  ['one that starts', withCode('57P03')],
  ['a full disk', withCode('53100')],
  ['too many connections', withCode('53300')],
  ['a standby', withCode('25006')],
  ['a connection that was cut', new Error('Connection terminated unexpectedly')],
])('the driver says that the database is away by %s', (_what, error) => {
  expect(looksAway(error)).toBe(true);
  expect(isDatabaseAway(new DrizzleQueryError('select', [], error as Error))).toBe(true);
});

it.each([
  ['a broken rule', withCode('23505')],
  ['a wrong statement', withCode('42601')],
  ['a cancelled statement', withCode('57014')],
  ['a mistake of ours', new TypeError('undefined is not a function')],
  ['nothing', undefined],
])('but not by %s', (_what, error) => {
  expect(looksAway(error)).toBe(false);
});

it('does not take a provider that cannot be reached for the database', () => {
  expect(isDatabaseAway(withCode('ECONNREFUSED'))).toBe(false);
  expect(isDatabaseAway(new DatabaseAway(withCode('ECONNREFUSED')))).toBe(true);
});
