import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Which process listens on a TCP port of this machine, as far as /proc tells this user; null when unknown. */
export function whoListens(port: number): { pid: number; command: string } | null {
  const inodes = new Set([...listeners('/proc/net/tcp', port), ...listeners('/proc/net/tcp6', port)]);
  if (inodes.size === 0) return null;
  for (const pid of readdirSync('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    for (const target of openFiles(pid)) {
      if (inodes.has(target)) return { pid: Number(pid), command: command(pid) };
    }
  }
  return null;
}

/** Columns of /proc/net/tcp: sl, local_address (hex address:port), rem_address, st (0A = LISTEN), ..., inode (tenth). */
function listeners(table: string, port: number): string[] {
  try {
    const rows = readFileSync(table, 'utf8').trim().split('\n').slice(1);
    return rows
      .map((row) => row.trim().split(/\s+/))
      .filter((fields) => fields[3] === '0A' && Number.parseInt(fields[1]?.split(':')[1] ?? '', 16) === port)
      .map((fields) => `socket:[${fields[9]}]`);
  } catch {
    return [];
  }
}

function openFiles(pid: string): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        return [readlinkSync(`/proc/${pid}/fd/${fd}`)];
      } catch {
        return [];
      }
    });
  } catch {
    return [];
  }
}

/** Program and first argument only: a command line may carry secrets. */
function command(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, 2).join(' ').trim();
  } catch {
    return '';
  }
}
