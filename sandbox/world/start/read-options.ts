import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { OperatorError } from './operator-error.ts';

export interface SandboxOptions {
  /** N: the sandbox takes N+2 to N+9; 0 takes any free ports */
  port: number;
  /** absolute path of the data folder; the sandbox lives in its subfolder `sandbox` */
  data: string;
  /** a folder of exports (absolute path), `empty`, `demo`, or undefined: what the data folder holds already, else the demo */
  world?: string;
}

/** Reads `--port N --data DIR --world DIR|empty`; LOCKSTEP_DATA stands in for --data. */
export function readOptions(args: string[], environment: Record<string, string | undefined>): SandboxOptions {
  const { port, data, world } = parse(args);
  const number = Number(port ?? '4400');
  if (!/^\d+$/.test(port ?? '4400') || number > 65_525)
    throw new OperatorError(
      `--port ${port} is not a port`,
      'the command line',
      'give a number between 0 and 65525; the parts listen on it and the ten after it',
    );
  return {
    port: number,
    data: resolve(data ?? environment.LOCKSTEP_DATA ?? '.lockstep'),
    ...(world === undefined ? {} : { world: world === 'empty' || world === 'demo' ? world : resolve(world) }),
  };
}

function parse(args: string[]): { port?: string; data?: string; world?: string } {
  try {
    const { values } = parseArgs({
      args,
      options: { port: { type: 'string' }, data: { type: 'string' }, world: { type: 'string' } },
      strict: true,
    });
    return values;
  } catch (failure) {
    throw new OperatorError(
      (failure as Error).message,
      'the command line',
      'use: npm run sandbox -- --port N --data DIR --world DIR|empty',
    );
  }
}
