import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { processIdentity } from './process-identity.ts';

export interface Postmaster {
  pid: number;
  port: number;
  /** The server says that it takes connections. */
  ready: boolean;
}

/**
 * The server that runs on a database folder, by its postmaster.pid: pid, folder, start, port, socket, address, shared memory, status
 * (https://www.postgresql.org/docs/current/storage-file-layout.html). Null when none runs: the file may be a leftover, and its number may by now
 * be another program's, so the process must have been started on this folder.
 */
export function readPostmaster(folder: string): Postmaster | null {
  let lines: string[];
  try {
    lines = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return null;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || processIdentity(pid) === null || !servesFolder(pid, folder)) return null;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

function servesFolder(pid: number, folder: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(folder);
  } catch {
    return process.platform !== 'linux';
  }
}
