import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './surface-config.ts';

export interface BuildOptions {
  /** The running service's data folder. */
  data: string;
  /** Folder for the results. */
  out: string;
}

/** `--data DIR` (or LOCKSTEP_DATA) and `--out DIR`; explains itself and ends the process where something else is given. */
export function readOptions(given: readonly string[] = process.argv.slice(2)): BuildOptions {
  try {
    const { values } = parseArgs({ args: [...given], options: { data: { type: 'string' }, out: { type: 'string' } }, strict: true });
    return { data: values.data ?? process.env.LOCKSTEP_DATA ?? join(root, '.lockstep'), out: values.out ?? join(root, 'dist') };
  } catch (error) {
    console.error(`${(error as Error).message}\nKnown are --data DIR and --out DIR.`);
    process.exit(1);
  }
}
