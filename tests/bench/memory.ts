import { readdirSync, readFileSync } from 'node:fs';

const mebibyte = 1024;

/** The most that a process has held in memory at once, in MiB (VmHWM). */
export function peakOfProcess(pid: number): number {
  return figure(readFileSync(`/proc/${pid}/status`, 'utf8'), 'VmHWM') / mebibyte;
}

/** What the server's processes hold now, in MiB: the sum of their proportional shares, so that shared buffers count once. */
export function memoryOfServer(postmaster: number): number {
  const pids = [postmaster, ...childrenOf(postmaster)];
  return pids.reduce((sum, pid) => sum + shareOf(pid), 0) / mebibyte;
}

export function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && parentOf(pid) === parent);
}

function parentOf(pid: number): number {
  return figure(read(`/proc/${pid}/status`), 'PPid');
}

function shareOf(pid: number): number {
  return figure(read(`/proc/${pid}/smaps_rollup`), 'Pss');
}

/**
 * The server's processes that work for somebody: its vacuum cleans up behind earlier runs whenever a minute is over, and counted here it made
 * the run after a big first sync look seven times as costly as it is.
 */
export function backendsOf(postmaster: number): number[] {
  return childrenOf(postmaster).filter((pid) => !read(`/proc/${pid}/cmdline`).includes('autovacuum worker'));
}

/** '' for a process that has ended meanwhile. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function figure(text: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0);
}

/** Processor time that these processes have used so far, in milliseconds: unlike the clock it says the same on a busy machine. */
export function processorTime(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + ticksOf(pid), 0) * 10;
}

/** Fields 14 and 15 of /proc/PID/stat, user and system time in hundredths of a second. */
function ticksOf(pid: number): number {
  const text = read(`/proc/${pid}/stat`);
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
}
