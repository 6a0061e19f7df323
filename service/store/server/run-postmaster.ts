import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { DatabaseFailure } from './database-failure.ts';
import { explainFailure } from './explain-failure.ts';
import { readPostmaster } from './postmaster-file.ts';
import { processIdentity } from './process-identity.ts';
import { serverSettings } from './server-settings.ts';
import type { SystemUser } from './system-user.ts';

/** Recovery after a power cut replays at most max_wal_size; a minute is plenty, and longer would look like a hang. */
const patience = 60_000;

/**
 * Starts the server process and waits until it takes connections. It runs in a session of its own: Ctrl-C in the terminal reaches
 * the service, which first finishes and then stops it.
 *
 * @returns its pid.
 */
export async function runPostmaster(
  folder: string,
  port: number,
  binaries: Binaries,
  user: SystemUser | null,
  logFile: string,
  durable: boolean,
): Promise<number> {
  const log = openLog(logFile);
  const from = statSync(logFile).size;
  const child = spawn(binaries.postgres, ['-D', folder, ...serverSettings(port, durable)], {
    ...(user && { uid: user.uid, gid: user.gid }),
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let ended: string | null = null;
  child.once('error', (error) => {
    ended = String(error);
  });
  child.unref();
  for (let waited = 0; waited < patience; waited += 5) {
    if (child.exitCode !== null) ended ??= readFileSync(logFile).subarray(from).toString('utf8');
    if (ended !== null) throw explainFailure(ended, `${folder} (log: ${logFile})`);
    if (readPostmaster(folder)?.ready) return child.pid ?? 0;
    await wait(5);
  }
  if (child.pid) process.kill(child.pid, 'SIGQUIT');
  throw new DatabaseFailure(
    'stopped',
    `The database server was not ready within ${patience / 1000} s.`,
    logFile,
    'look into this log; start again.',
  );
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk (SIGINT, then SIGQUIT if it hangs). */
export async function stopPostmaster(pid: number): Promise<void> {
  const identity = processIdentity(pid);
  if (identity === null) return;
  for (const [signal, patienceMs] of [
    ['SIGINT', 8_000],
    ['SIGQUIT', 4_000],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    for (let waited = 0; waited < patienceMs; waited += 5) {
      if (processIdentity(pid) !== identity) return;
      await wait(5);
    }
  }
}

function openLog(logFile: string): number {
  try {
    const log = openSync(logFile, 'a', 0o600);
    if (statSync(logFile).size > 10 * 1024 * 1024) truncateSync(logFile, 0);
    return log;
  } catch (error) {
    throw explainFailure(String(error), logFile);
  }
}
