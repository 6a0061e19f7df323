/** `npm run bench`: measures syncs in fresh worlds and prints them beside their aims; each table as soon as it is known. */
import { writeFileSync } from 'node:fs';
import { measureBare } from './bare/measure-bare.ts';
import type { CaseRow } from './cases/bench-case.ts';
import { type CaseName, cases } from './cases/cases.ts';
import { printCase } from './cases/print-case.ts';
import { measureWorld } from './measure-world.ts';
import type { BareMeasure, WorldMeasure } from './measurement.ts';
import { measurePeers, type PeersMeasure } from './peers/measure-peers.ts';
import { printPeers } from './peers/print-peers.ts';
import { printReport } from './print-report.ts';
import { type BenchOptions, readOptions, usage } from './read-options.ts';

const options = read();
const { profile } = options;
const measured: { worlds: WorldMeasure[]; bare: BareMeasure[]; cases: Partial<Record<CaseName, CaseRow[]>>; peers: PeersMeasure[] } = {
  worlds: [],
  bare: [],
  cases: {},
  peers: [],
};
const say = (line: string) => process.stderr.write(`${line}\n`);
const print = (table: string) => process.stdout.write(`${table}\n\n`);

for (const part of options.parts) {
  if (part === 'sync') await sync();
  else if (part === 'peers') await peers();
  else await one(part);
}
if (options.json) writeFileSync(options.json, `${JSON.stringify(measured, null, 2)}\n`);

async function sync(): Promise<void> {
  for (const direction of options.directions) {
    for (const n of options.sizes) {
      for (let world = 1; world <= options.worlds; world += 1) {
        const found = await measureWorld({ direction, n, profile });
        measured.worlds.push(found);
        const bare = await measureBare(direction, n);
        measured.bare.push(bare);
        const times = Object.entries(found.runs).map(([phase, run]) => `${phase} ${Math.round(run.milliseconds)} ms`);
        say(`${direction} ${n} + ${n}, world ${world} of ${options.worlds}: ${times.join(', ')}, bare ${Math.round(bare.milliseconds)} ms`);
      }
    }
  }
  print(printReport(measured.worlds, measured.bare));
}

async function one(name: CaseName): Promise<void> {
  const { sizes } = cases[name];
  const rows: CaseRow[] = [];
  for (const n of options.told ?? (options.quick ? sizes.quick : sizes.whole)) {
    const found = await cases[name].measure(n, profile);
    rows.push(...found);
    say(`${name} ${n}: ${found.map(({ run, measure }) => `${run} ${Math.round(measure.milliseconds)} ms`).join(', ')}`);
  }
  measured.cases[name] = rows;
  print(printCase(cases[name], rows));
}

async function peers(): Promise<void> {
  for (const n of options.told ?? (options.quick ? [40] : [200, 2000])) measured.peers.push(await measurePeers(n, profile));
  print(printPeers(measured.peers));
}

function read(): BenchOptions {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\nuse: ${usage}\n`);
    return process.exit(1);
  }
}
