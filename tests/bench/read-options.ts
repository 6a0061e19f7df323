import { parseArgs } from 'node:util';
import { type CaseName, cases } from './cases/cases.ts';
import type { Direction } from './measurement.ts';

export type PartName = 'sync' | CaseName | 'peers';

export interface BenchOptions {
  parts: readonly PartName[];
  /** Of the plain sync. */
  sizes: readonly number[];
  /** N of every chosen part, where told. */
  told: readonly number[] | null;
  quick: boolean;
  directions: readonly Direction[];
  worlds: number;
  /** Where the measurements go as JSON. */
  json: string | null;
  /** A folder for CPU profiles of the engine. */
  profile: string | null;
}

const parts = ['sync', ...(Object.keys(cases) as CaseName[]), 'peers'] as const;
export const usage = `npm run bench -- [--quick] [--only ${parts.join(',')}] [--n 200,1000,2000] [--worlds 5] [--direction up|down] [--json FILE] [--profile DIR]`;

/** @throws Error with the usage, for what is not understood. */
export function readOptions(args: string[]): BenchOptions {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      n: { type: 'string' },
      worlds: { type: 'string' },
      direction: { type: 'string' },
      json: { type: 'string' },
      profile: { type: 'string' },
    },
  });
  const told = values.n?.split(',').map((text) => whole(text, '--n', 50_000)) ?? null;
  const { direction } = values;
  if (direction !== undefined && direction !== 'up' && direction !== 'down') throw new Error(`--direction is up or down, not ${direction}`);
  return {
    parts: values.only === undefined ? parts : values.only.split(',').map(part),
    sizes: told ?? (values.quick ? [200] : [200, 1000, 2000]),
    told,
    quick: values.quick,
    directions: direction ? [direction] : ['up', 'down'],
    worlds: whole(values.worlds ?? (values.quick ? '1' : '5'), '--worlds', 100),
    json: values.json ?? null,
    profile: values.profile ?? null,
  };
}

function part(text: string): PartName {
  const known = parts.find((name) => name === text);
  if (known) return known;
  throw new Error(`--only takes ${parts.join(', ')}, not "${text}"`);
}

function whole(text: string, option: string, most: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  throw new Error(`${option} takes whole numbers from 1 to ${most}, not "${text}"`);
}
