import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ConfigFailure } from '../config/index.ts';
import { rememberMode } from './remember-mode.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lockstep-mode-'));
});
afterEach(() => rmSync(root, { recursive: true }));

it.each([
  ['sandbox', 'real', 'start it without --no-sandbox'],
  ['real', 'sandbox', 'start it with --no-sandbox'],
] as const)('a folder made in %s mode stays so, and is refused in %s mode with what to do', (mode, other, todo) => {
  const data = join(root, 'made', 'here');
  rememberMode({ data, mode });
  rememberMode({ data, mode });
  expect(readFileSync(join(data, 'mode'), 'utf8')).toBe(`${mode}\n`);
  expect(() => rememberMode({ data, mode: other })).toThrow(ConfigFailure);
  expect(() => rememberMode({ data, mode: other })).toThrow(`made in ${mode} mode and is not opened in ${other} mode`);
  expect(() => rememberMode({ data, mode: other })).toThrow(/--data DIR/);
  expect(() => rememberMode({ data, mode: other })).toThrow(todo);
  expect(readFileSync(join(data, 'mode'), 'utf8')).toBe(`${mode}\n`);
});
