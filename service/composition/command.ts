import { ConfigFailure } from '../config/index.ts';
import { BackupFailure, DatabaseFailure, explainFailure } from '../store/index.ts';

const patience = 5_000;

/** What a person can put right is said in a line or two; everything else is ours and comes with its stack. */
export function explainAndExit(caught: unknown): never {
  const error = isFileError(caught) ? explainFailure(String(caught), caught.path) : caught;
  const isPlain = [ConfigFailure, DatabaseFailure, BackupFailure].some((kind) => error instanceof kind);
  if (isPlain) process.stderr.write(`${(error as Error).message}\n`);
  else process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}

/** Disk full, folder closed, a file in the way: the same words wherever it is met. */
function isFileError(error: unknown): error is NodeJS.ErrnoException & { path: string } {
  const { code, path } = (error ?? {}) as NodeJS.ErrnoException;
  return typeof path === 'string' && ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTDIR'].includes(code ?? '');
}

/** Ctrl-C and SIGTERM stop once, in order, within five seconds; nothing is lost by being cut there. */
export function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false;
  const once = (signal: NodeJS.Signals) => {
    if (stopping) return;
    stopping = true;
    process.stdout.write(`stopping (${signal})\n`);
    setTimeout(() => process.exit(0), patience).unref();
    stop().then(() => process.exit(0), explainAndExit);
  };
  process.on('SIGINT', once);
  process.on('SIGTERM', once);
}
