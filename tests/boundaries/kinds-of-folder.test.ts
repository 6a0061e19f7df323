import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'lockstep-kinds-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The names that a file in a folder of ours cannot find, out of these: a type check with that folder's own tsconfig. */
function missingIn(of: string, names: readonly string[]): string[] {
  const file = join(folder, 'violation.ts');
  const config = join(folder, 'tsconfig.json');
  writeFileSync(file, names.map((name) => `export const its_${name} = ${name};\n`).join(''));
  const compilerOptions = { typeRoots: [join(root, 'node_modules/@types')] };
  writeFileSync(config, JSON.stringify({ extends: join(root, of, 'tsconfig.json'), compilerOptions, include: [file] }));
  const run = spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', config, '--pretty', 'false'], { cwd: folder, encoding: 'utf8' });
  const missing = [...run.stdout.matchAll(/error TS\d+: Cannot find name '(\w+)'/g)].map((match) => match[1] ?? '');
  const other = run.stdout.split('\n').filter((line) => line.includes('error') && !line.includes('Cannot find name'));
  expect(other).toEqual([]);
  return missing;
}

const names = ['window', 'document', 'indexedDB', 'fetch', 'setTimeout', 'process', 'Buffer', 'Map'];

test('a pure folder sees neither a browser nor Node: core/sync', () => {
  expect(missingIn('core/sync', names)).toEqual(['window', 'document', 'indexedDB', 'fetch', 'setTimeout', 'process', 'Buffer']);
});

test('the browser half of core sees no Node: core/views', () => {
  expect(missingIn('core/views', names)).toEqual(['process', 'Buffer']);
});

test('the service sees no browser', () => {
  expect(missingIn('service', names)).toEqual(['window', 'document', 'indexedDB']);
});

test('each folder of core is of one of these kinds', () => {
  const kinds = new Map<string, string[]>();
  for (const name of readdirSync(join(root, 'core'))) {
    const { extends: base } = JSON.parse(readFileSync(join(root, 'core', name, 'tsconfig.json'), 'utf8')) as { extends: string };
    kinds.set(base, [...(kinds.get(base) ?? []), name]);
  }
  expect([...kinds.keys()].sort()).toEqual(['../../tsconfig.browser.json', '../../tsconfig.pure.json']);
  expect(kinds.get('../../tsconfig.browser.json')?.sort()).toEqual(['cache', 'host', 'views']);
});
