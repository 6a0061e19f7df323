import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseRow } from './cases/bench-case.ts';
import type { CaseName } from './cases/cases.ts';

const folder = mkdtempSync(join(tmpdir(), 'lockstep-bench-cases-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = join(folder, 'cases.json');
const main = fileURLToPath(new URL('main.ts', import.meta.url));
const small = ['--quick', '--only', 'series', '--json', file];
let run: ReturnType<typeof spawnSync>;
beforeAll(() => {
  run = spawnSync(process.execPath, [main, ...small], { encoding: 'utf8' });
}, 240_000);

it('prints the table of a case, with the least possible and its terms', () => {
  expect([run.status, run.stderr]).toEqual([0, expect.stringContaining('series 40:')]);
  for (const words of ['Series of Outlook', '40 in 4 series', 'first sync', 'own echoes', 'ratio', 'its terms', 'service MiB'])
    expect(run.stdout).toContain(words);
});

it('costs exactly these requests, as the sandbox counted them', () => {
  const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: Record<CaseName, CaseRow[]> };
  const costs = Object.entries(cases).map(([name, rows]) => [
    name,
    ...rows.map(({ measure: { http } }) => `${http.outlook} ${http.salesforce}`),
  ]);
  expect(costs).toEqual([['series', '2 2', '1 1', '1 1']]);
});
