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
const small = ['--quick', '--only', 'edits,series,mail,shared,latency,big', '--json', file];
let run: ReturnType<typeof spawnSync>;
beforeAll(() => {
  run = spawnSync(process.execPath, [main, ...small], { encoding: 'utf8' });
}, 240_000);

it('prints a table for each case, with the least possible and its terms', () => {
  expect([run.status, run.stderr]).toEqual([0, expect.stringContaining('big 200:')]);
  for (const words of ['per edit', 'Series', 'attachments', 'Ten mailboxes', 'added to each Graph', 'memory', 'ratio', 'its terms'])
    expect(run.stdout).toContain(words);
});

it('costs exactly these requests, as the sandbox counted them', () => {
  const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: Record<CaseName, CaseRow[]> };
  const costs = Object.entries(cases).map(([name, rows]) => [
    name,
    ...rows.map(({ measure: { http } }) => `${http.outlook} ${http.salesforce}`),
  ]);
  expect(costs).toEqual([
    ['edits', '1 4', '1 4', '1 3', '2 1', '3 1', '3 1'],
    ['series', '4 4', '1 1', '1 1'],
    ['mail', '25 17', '1 1'],
    ['shared', '40 16', '10 10'],
    ['latency', '4 5', '1 1', '1 1', '1 4', '8 2', '1 1', '1 1', '2 1'],
    ['big', '4 5', '1 1', '1 1'],
  ]);
});
