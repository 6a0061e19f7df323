import { parseArgs } from 'node:util';
import type { Direction } from './measurement.ts';

export interface BenchOptions {
  sizes: readonly number[];
  directions: readonly Direction[];
  worlds: number;
  /** Where the measurements go as JSON. */
  json: string | null;
  /** A folder for CPU profiles of the engine. */
  profile: string | null;
}

export const usage = 'npm run bench -- [--quick] [--n 200,1000,2000] [--worlds 5] [--direction up|down] [--json FILE] [--profile DIR]';

/** @throws Error with the usage, for what is not understood. */
export function readOptions(args: string[]): BenchOptions {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: 'boolean', default: false },
      n: { type: 'string' },
      worlds: { type: 'string' },
      direction: { type: 'string' },
      json: { type: 'string' },
      profile: { type: 'string' },
    },
  });
  const sizes = (values.n ?? (values.quick ? '200' : '200,1000,2000')).split(',').map((text) => whole(text, '--n', 2000));
  const { direction } = values;
  if (direction !== undefined && direction !== 'up' && direction !== 'down') throw new Error(`--direction is up or down, not ${direction}`);
  return {
    sizes,
    directions: direction ? [direction] : ['up', 'down'],
    worlds: whole(values.worlds ?? (values.quick ? '1' : '5'), '--worlds', 100),
    json: values.json ?? null,
    profile: values.profile ?? null,
  };
}

function whole(text: string, option: string, most: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  throw new Error(`${option} takes whole numbers from 1 to ${most}, not "${text}"`);
}
