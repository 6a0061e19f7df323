import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roundTrips } from './cases/latency.ts';
import { leastRequests } from './least-requests.ts';
import type { Phase, WorldMeasure } from './measurement.ts';

const folder = mkdtempSync(join(tmpdir(), 'lockstep-bench-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const main = fileURLToPath(new URL('main.ts', import.meta.url));
const bench = (...args: string[]) => spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' });

describe('npm run bench -- --quick --only sync', () => {
  const file = join(folder, 'quick.json');
  let run: ReturnType<typeof bench>;
  beforeAll(() => {
    run = bench('--quick', '--only', 'sync', '--json', file);
  }, 120_000);

  it('prints both directions and all its tables', () => {
    const { status, stderr, stdout } = run;
    expect([status, stderr]).toEqual([0, expect.stringContaining('down 200 + 200, world 1 of 1')]);
    for (const words of ['Outlook -> Salesforce', 'Salesforce -> Outlook', 'beside the least possible', 'nothing to do', 'Peak memory'])
      expect(stdout).toContain(words);
  });

  it('costs exactly these requests', () => {
    const { worlds } = JSON.parse(readFileSync(file, 'utf8')) as { worlds: WorldMeasure[] };
    const http = (world: WorldMeasure | undefined) =>
      Object.entries(world?.runs ?? {}).map(([phase, run]) => [phase, run.http.outlook, run.http.salesforce]);
    expect(http(worlds[0])).toEqual([
      // Listed; accounts looked up (ADR 40: a company that is not known yet is one request more); leads and contacts looked up and both kinds
      // written, which are all collections and queries that one request takes; read back.
      ['first', 2, 4],
      ['echoes', 1, 1],
      ['nothing', 1, 1],
      ['changed', 1, 2],
    ]);
    expect(http(worlds[1])).toEqual([
      ['first', 22, 1],
      ['echoes', 1, 1],
      ['nothing', 1, 1],
      ['changed', 2, 1],
    ]);
    // A token that has run out by then is renewed.
    for (const { runs } of worlds)
      expect({ ...runs.nothing.operations, 'identity.token': 1 }).toEqual({
        'identity.token': 1,
        'graph.batch': 1,
        'graph.calendarView.delta': 1,
        'graph.contacts.delta': 1,
        'graph.todoTasks.delta': 1,
        'graph.messages.delta': 3,
        'salesforce.composite': 1,
        'salesforce.queryAll': 3,
      });
  });
});

describe('options of the bench', () => {
  it.each([
    [['--n', 'many'], '--n takes whole numbers'],
    [['--direction', 'left'], 'up or down'],
    [['--only', 'sync,everything'], '--only takes sync, edits, series, mail, shared, latency, big, service, peers, not "everything"'],
    [['--fast'], "Unknown option '--fast'"],
  ])('refuses %j with the usage', (args, says) => {
    const { status, stderr } = bench(...args);
    expect([status, stderr]).toEqual([1, expect.stringContaining(says)]);
    expect(stderr).toContain('npm run bench --');
  });
});

describe('round trips with delayed answers', () => {
  it.each<['up' | 'down', number, Phase, number, string]>([
    ['up', 2000, 'first', 1300, 'max(3×100, 1×200) + 5×200'],
    ['down', 2000, 'first', 20_200, 'max(2×100, 1×200) + 200×100'],
    ['up', 2000, 'nothing', 200, 'max(1×100, 1×200) + 0×200'],
  ])('%s %i %s: %i ms', (direction, n, phase, milliseconds, terms) => {
    expect(roundTrips(direction, leastRequests(direction, n, phase))).toEqual({ milliseconds, terms });
  });
});

describe('the least possible', () => {
  it.each<['up' | 'down', number, Phase, number, number, string]>([
    ['up', 2000, 'first', 3, 6, 'listings 1 + look-ups ⌈(⌈2000/500⌉+1)/5⌉=1 + writes ⌈2×⌈2000/200⌉/5⌉=4'],
    ['up', 2000, 'nothing', 1, 1, 'listings 1'],
    ['down', 2000, 'first', 202, 1, 'listings 1'],
    ['down', 2000, 'echoes', 2, 1, 'listings 1'],
    ['down', 2000, 'changed', 3, 1, 'listings 1'],
  ])('%s %i %s: %i and %i requests', (direction, n, phase, outlook, salesforce, terms) => {
    const least = leastRequests(direction, n, phase);
    expect(least).toMatchObject({ http: { outlook, salesforce }, terms: { salesforce: terms } });
  });
});
