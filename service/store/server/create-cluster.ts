import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.ts';
import { DatabaseFailure } from './database-failure.ts';
import { explainFailure } from './explain-failure.ts';
import type { SystemUser } from './system-user.ts';

/** Kept beside the data it opens, so that the two cannot part. */
export const passwordFile = 'lockstep.password';

/** A new cluster is 40 MB, its write-ahead log another 16; below this it would fail half way. */
const leastFree = 200 * 1024 * 1024;

/**
 * Makes the database cluster if it is not there. It is made under another name and renamed, so that a start killed half way leaves nothing
 * that looks whole. C collation: the order of bytes, the same on every system and never changed by an upgrade of its libraries.
 */
export async function createCluster(
  folder: string,
  binaries: Binaries,
  user: SystemUser | null,
  freeBytes: (folder: string) => number = measureFree,
): Promise<'created' | 'present'> {
  if (existsSync(join(folder, 'PG_VERSION'))) return 'present';
  const making = `${folder}.making`;
  const secret = `${folder}.secret`;
  const password = randomBytes(24).toString('base64url');
  try {
    rmSync(making, { recursive: true, force: true });
    mkdirSync(making, { mode: 0o700, recursive: true });
    const free = freeBytes(making);
    if (free < leastFree) throw tooLittle(free, folder);
    writeFileSync(secret, `${password}\n`, { mode: 0o600 });
    if (user) for (const path of [making, secret]) chownSync(path, user.uid, user.gid);
    const flags = ['-D', making, '-U', 'postgres', `--pwfile=${secret}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C'];
    // --no-sync: nothing is in it yet; a crash before the first checkpoint leaves `making`, which is thrown away.
    await promisify(execFile)(binaries.initdb, [...flags, '--no-sync', '--no-instructions'], { ...user, cwd: '/' });
    writeFileSync(join(making, passwordFile), `${password}\n`, { mode: 0o600 });
    rmSync(folder, { recursive: true, force: true });
    renameSync(making, folder);
    return 'created';
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    if (error instanceof DatabaseFailure) throw error;
    throw explainFailure(`${(error as { stderr?: string }).stderr ?? ''}\n${String(error)}`, folder);
  } finally {
    rmSync(secret, { force: true });
  }
}

function measureFree(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

function tooLittle(free: number, folder: string): DatabaseFailure {
  return new DatabaseFailure(
    'no-space',
    `The disk has ${Math.floor(free / 1048576)} MB left; a database needs ${leastFree / 1048576} MB to begin with.`,
    folder,
    'free some space there, or give another folder with --data DIR.',
  );
}
