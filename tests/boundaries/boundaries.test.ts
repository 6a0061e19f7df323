import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const made: string[] = [];

/** Puts one line into a folder as a new file, lints just that file and returns what the linter says. */
function lintLine(folder: string, line: string): string {
  const file = join(root, folder, `deliberate-violation-${process.pid}.ts`);
  mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(file, `${line}\nexport const used = thing;\n`);
  made.push(file);
  const args = ['lint', '--only=style/noRestrictedImports', '--max-diagnostics=5', file];
  const run = spawnSync(join(root, 'node_modules/.bin/biome'), args, { cwd: root, encoding: 'utf8' });
  return run.stdout + run.stderr;
}

afterEach(() => {
  for (const file of made.splice(0)) rmSync(file, { force: true });
});

const violations: [folder: string, line: string, says: string][] = [
  ['core/model', "import { thing } from '../sync/index.ts';", 'core/model may import only: itself'],
  ['core/sync', "import { thing } from '../views/index.ts';", 'core/sync may import only'],
  ['core/sync', "import { thing } from 'node:fs';", 'core runs in a browser and in the service alike'],
  ['core/mapping', "import { thing } from 'preact';", 'core/mapping is pure'],
  ['core/status', "import { thing } from '../../service/store/index.ts';", 'core may not import from a surface'],
  ['service/graph', "import { thing } from '../salesforce/index.ts';", 'service/graph is an adapter'],
  ['service/http', "import { thing } from '../graph/index.ts';", 'it reaches adapters only through ports'],
  ['service/lanes', "import { thing } from '../../sandbox/world/world.ts';", 'must not know that it talks to an emulator'],
  ['sandbox/graph', "import { thing } from '../../core/model/index.ts';", 'The sandbox imports nothing of ours'],
  ['extension/host', "import { thing } from '../../core/sync/index.ts';", 'A surface imports only core/contract/client'],
  ['web/host', "import { thing } from '../../service/http/index.ts';", 'A surface talks to the service over HTTP only'],
];

describe('the import table', () => {
  it.each(violations)('bites in %s on %s', (folder, line, says) => {
    const output = lintLine(folder, line).replaceAll(/[\s│]+/g, ' ');
    expect(output).toContain('noRestrictedImports');
    expect(output).toContain(says);
  });

  it('lets a folder use what the table allows', () => {
    expect(lintLine('core/sync', "import { thing } from '../model/index.ts';")).not.toContain('noRestrictedImports');
  });
});
