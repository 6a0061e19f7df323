import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Another synchronizer, brought to keep two folders of one disk in step: contacts and events, a folder each. */
export interface Peer {
  name: string;
  /** Prepares it in a folder that holds `left` and `right` with `contacts` and `events` inside; answers the commands of one run, in order. */
  prepare(folder: string): readonly (readonly string[])[];
}

/** Nothing of the person who runs the bench is read or written: its home and its settings lie in the folder. */
export function runPeer(folder: string, [program = '', ...args]: readonly string[]): string {
  const home = join(folder, 'home');
  mkdirSync(home, { recursive: true });
  const env = { PATH: process.env.PATH, LANG: 'C.UTF-8', HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, XDG_CACHE_HOME: home };
  const { status, error, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', env, cwd: folder, timeout: 300_000 });
  if (error) throw error;
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}: ${`${stdout}${stderr}`.slice(-2000)}`);
  return stdout;
}

/** Null where it is not installed. */
export function versionOf(folder: string, program: string): string | null {
  try {
    return /\d+(?:\.\d+)+/.exec(runPeer(folder, [program, '--version']))?.[0] ?? '';
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
