import { expect, test } from 'vitest';
import { ruleTroubles } from './rule-troubles.ts';

test('each trouble goes to the rule that it names, whichever route said it', () => {
  const error = (where: string) => ({ where, what: where, todo: '' });
  const troubles = ruleTroubles([
    error('body.rules.0'),
    error('body.mapping.rules.12.salesforce'),
    error('body.rules.0.value'),
    error('body.rules'),
  ]);
  expect([...troubles].map(([place, own]) => [place, own.map(({ where }) => where)])).toEqual([
    [0, ['body.rules.0', 'body.rules.0.value']],
    [12, ['body.mapping.rules.12.salesforce']],
  ]);
});
