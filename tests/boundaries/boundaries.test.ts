import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { allowed, violations } from './violations.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'lockstep-boundaries-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Report {
  diagnostics: { location: { path: string }; category: string; message: string }[];
}

/** All lines as files of a folder of their own with our rules, linted in one run; per file, what the linter said. */
function lintAll(lines: readonly (readonly [folder: string, line: string, ...rest: string[]])[]): string[] {
  cpSync(join(root, 'biome.json'), join(folder, 'biome.json'));
  for (const name of readdirSync(import.meta.dirname).filter((one) => one.endsWith('.grit'))) {
    cpSync(join(import.meta.dirname, name), join(folder, 'tests/boundaries', name));
  }
  const files = lines.map(([where, line], at) => {
    const path = `${where}/line-${at}.ts`;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${line}\n`);
    return path;
  });
  const args = ['lint', '--vcs-enabled=false', '--max-diagnostics=none', '--reporter=json', '.'];
  const run = spawnSync(join(root, 'node_modules/.bin/biome'), args, { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 });
  const { diagnostics } = JSON.parse(run.stdout) as Report;
  const ours = diagnostics.filter((one) => /^(plugin|lint\/style\/noRestrictedImports)$/.test(one.category));
  return files.map((path) => ours.flatMap((one) => (one.location.path === path ? [one.message] : [])).join('\n'));
}

describe('the import table', () => {
  const said = lintAll([...violations, ...allowed]);

  it.each(violations.map((one, at) => [...one, at] as const))('bites in %s on %s', (_where, _line, says, at) => {
    expect(said[at]).toContain(says);
  });

  it.each(allowed.map((one, at) => [...one, violations.length + at] as const))('lets %s use %s', (_where, _line, at) => {
    expect(said[at]).toBe('');
  });

  it('has a violation for each folder that is there', () => {
    const broken = new Set(violations.map(([where]) => where.split('/').slice(0, 2).join('/')));
    const below = (parent: string) =>
      readdirSync(join(root, parent), { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [`${parent}/${one.name}`] : []));
    const folders = [...below('core'), ...below('service')].filter((one) => one !== 'service/composition');
    expect(folders.length).toBeGreaterThan(20);
    expect(folders.filter((one) => !broken.has(one))).toEqual([]);
  });
});
