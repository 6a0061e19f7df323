import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseFailure } from './database-failure.ts';
import { explainFailure } from './explain-failure.ts';
import { makeFolder } from './make-folder.ts';
import { processIdentity } from './process-identity.ts';

interface Holder {
  pid: number;
  identity: string;
  since: string;
}

/**
 * One service per data folder. The lock is a file naming the process that holds it; it appears by link(2), which fails where one is
 * there, so two starts at once cannot both get it. A holder that has ended (also by kill -9, also when its number is used again by
 * another program) is recognised and its lock taken over.
 *
 * @returns a function that gives the lock back.
 * @throws DatabaseFailure `already-running` with pid and time, `data-folder-closed`, `no-space`.
 */
export function lockDataFolder(dataFolder: string, since: Date, pid: number = process.pid): () => void {
  const file = join(dataFolder, 'service.lock');
  const mine = `${file}.${pid}`;
  const holder: Holder = { pid, identity: processIdentity(pid) ?? '', since: since.toISOString() };
  try {
    makeFolder(dataFolder, 0o700);
    writeFileSync(mine, `${JSON.stringify(holder)}\n`, { mode: 0o600 });
  } catch (error) {
    throw explainFailure(String(error), dataFolder);
  }
  try {
    claim(file, mine, dataFolder);
  } finally {
    rmSync(mine, { force: true });
  }
  return () => {
    if (read(file)?.pid === pid) rmSync(file, { force: true });
  };
}

function claim(file: string, mine: string, dataFolder: string): void {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      linkSync(mine, file);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw explainFailure(String(error), dataFolder);
    }
    const other = read(file);
    if (other && processIdentity(other.pid) === other.identity) {
      throw new DatabaseFailure(
        'already-running',
        `Lockstep is already running, pid ${other.pid}, since ${other.since}.`,
        dataFolder,
        `use it, stop it (kill ${other.pid}), or start a second one on another folder and other ports: --data DIR --port N.`,
      );
    }
    removeStale(file, other, mine);
  }
  throw new DatabaseFailure(
    'data-folder-closed',
    'The lock of the data folder cannot be taken.',
    file,
    'remove this file and start again.',
  );
}

/** Moves the stale lock aside and looks again at what was moved: another start may have put a fresh one there in between. */
function removeStale(file: string, expected: Holder | null, mine: string): void {
  const aside = `${mine}.stale`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = read(aside);
  try {
    if (JSON.stringify(moved) !== JSON.stringify(expected)) linkSync(aside, file);
  } finally {
    rmSync(aside, { force: true });
  }
}

function read(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return null;
  }
}
