import { parseArgs } from 'node:util';
import { ConfigFailure } from './read-config.ts';

export interface Arguments {
  port: string | undefined;
  data: string | undefined;
  world: string | undefined;
  sandbox: boolean;
}

/** `--port N --data DIR --world DIR|empty --no-sandbox`, as every command of package.json takes them. */
export function readArguments(given: readonly string[]): Arguments {
  try {
    const { values } = parseArgs({
      args: [...given],
      options: { port: { type: 'string' }, data: { type: 'string' }, world: { type: 'string' }, 'no-sandbox': { type: 'boolean' } },
      strict: true,
    });
    return { port: values.port, data: values.data, world: values.world, sandbox: values['no-sandbox'] !== true };
  } catch (error) {
    throw new ConfigFailure(`${(error as Error).message}\nKnown are --port N, --data DIR, --world DIR|empty and --no-sandbox.`);
  }
}
