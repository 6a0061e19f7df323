import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../runner/run-step.ts';
import { guards } from './guards.ts';
import { page } from './page.ts';
import { takeAway } from './take-away.ts';

const read = (file: string) => readFileSync(join(root, file), 'utf8');

it.each(guards)('"$name" still stands where the list says, and can be taken away', (guard) => {
  const source = read(guard.file);
  expect(takeAway(guard, source)).not.toBe(source);
});

it.each(guards)('the test that notices when "$name" is gone still has its name', ({ test }) => {
  expect(read(test.file)).toContain(test.name);
});

it('names each guard once', () => {
  expect(new Set(guards.map((guard) => guard.name)).size).toBe(guards.length);
});

it('refuses to take away what is not there, or is there twice', () => {
  const [guard] = guards as [(typeof guards)[number]];
  expect(() => takeAway(guard, '')).toThrow(/stands 0 times/);
  expect(() => takeAway(guard, `${guard.find}\n${guard.find}`)).toThrow(/stands 2 times/);
});

it('is written down in docs/guards.md as it is', () => {
  expect(read('docs/guards.md')).toBe(page());
});
