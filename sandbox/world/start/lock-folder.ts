import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from './make-folder.ts';
import { OperatorError } from './operator-error.ts';

interface Holder {
  pid: number;
  /** the kernel's start time of the process: a number that came back in another process is not the holder */
  born: string;
  since: string;
}

/** Takes the data folder for this process; gives back what releases it. A lock left by a kill is taken over. */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'sandbox.lock');
  const me: Holder = { pid: process.pid, born: bornAt(process.pid), since: new Date().toISOString() };
  try {
    makeFolder(folder);
    const holder = readHolder(file);
    if (holder && holder.pid !== process.pid && isAlive(holder)) {
      throw new OperatorError(
        `a sandbox is already running on this data folder: pid ${holder.pid}, since ${holder.since}`,
        folder,
        `use it, stop it (kill ${holder.pid}), or give another folder by --data`,
      );
    }
    writeFileSync(file, JSON.stringify(me), { mode: 0o600 });
  } catch (failure) {
    if (failure instanceof OperatorError) throw failure;
    throw new OperatorError(
      `the data folder cannot be written: ${(failure as Error).message}`,
      folder,
      'make room or give rights there, or give another folder by --data DIR (or LOCKSTEP_DATA)',
    );
  }
  return () => {
    if (readHolder(file)?.pid === process.pid) rmSync(file, { force: true });
  };
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch (failure) {
    const code = (failure as NodeJS.ErrnoException).code;
    if (code === undefined || code === 'ENOENT') return undefined; // never locked, or cut in two by a kill
    throw failure;
  }
}

function isAlive(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code === 'EPERM';
  }
  return bornAt(holder.pid) === holder.born;
}

/** Field 22 of /proc/PID/stat; '' where there is no /proc. */
function bornAt(pid: number): string {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
