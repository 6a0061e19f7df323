/** `npm run bench`: measures first and following syncs in fresh worlds and prints them beside their aims. */
import { writeFileSync } from 'node:fs';
import { measureWorld } from './measure-world.ts';
import type { WorldMeasure } from './measurement.ts';
import { printReport } from './print-report.ts';
import { type BenchOptions, readOptions, usage } from './read-options.ts';

const options = read();
const worlds: WorldMeasure[] = [];
for (const direction of options.directions) {
  for (const n of options.sizes) {
    for (let world = 1; world <= options.worlds; world += 1) {
      const measured = await measureWorld({ direction, n, profile: options.profile });
      worlds.push(measured);
      const times = Object.entries(measured.runs).map(([phase, run]) => `${phase} ${Math.round(run.milliseconds)} ms`);
      process.stderr.write(`${direction} ${n} + ${n}, world ${world} of ${options.worlds}: ${times.join(', ')}\n`);
    }
  }
}
process.stdout.write(`${printReport(worlds)}\n`);
if (options.json) writeFileSync(options.json, `${JSON.stringify(worlds, null, 2)}\n`);

function read(): BenchOptions {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\nuse: ${usage}\n`);
    return process.exit(1);
  }
}
