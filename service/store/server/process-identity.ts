import { readFileSync } from 'node:fs';

/**
 * When a process started, in a form that tells it from a later one with the same number; null when there is none.
 * Field 22 of /proc/PID/stat (man 5 proc); where /proc is missing only its being alive is known.
 */
export function processIdentity(pid: number): string | null {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return null;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie has ended: it only waits to be collected.
    return fields[0] === 'Z' ? null : `started-${fields[19]}`;
  } catch {
    return process.platform === 'linux' ? null : 'alive';
  }
}
