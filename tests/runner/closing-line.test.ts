import { expect, it } from 'vitest';
import { readmeQuotes } from '../start/readme-quotes.ts';
import { closingLine } from './closing-line.ts';

const step = (ok: boolean) => ({ name: 'a step', ok, output: '' });

it.each([
  ['all is well', [true, true], { passed: 5, failed: 0, skipped: 1 }, '7 passed, 0 failed, 1 skipped', 0],
  ['a test fails', [true], { passed: 4, failed: 1, skipped: 0 }, '5 passed, 1 failed, 0 skipped', 1],
  ['only a step fails', [true, false], { passed: 5, failed: 0, skipped: 0 }, '6 passed, 1 failed, 0 skipped', 1],
  ['the tests did not come to an end', [true], { passed: 0, failed: 1, skipped: 0 }, '1 passed, 1 failed, 0 skipped', 1],
])('says where %s how it went, as README does, and ends so', (_where, steps, tests, line, code) => {
  expect(closingLine(steps.map(step), tests)).toEqual({ line, code });
  for (const quote of readmeQuotes('npm test')) expect(line).toMatch(quote);
});
