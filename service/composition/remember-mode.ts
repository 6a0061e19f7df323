import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, ConfigFailure } from '../config/index.ts';
import { makeFolder } from '../store/index.ts';

/** What the data folder was first; undefined where it is new. */
export function modeOf({ data }: Pick<Config, 'data'>): Config['mode'] | undefined {
  const file = join(data, 'mode');
  if (!existsSync(file)) return undefined;
  return readFileSync(file, 'utf8').trim() === 'real' ? 'real' : 'sandbox';
}

/** A data folder stays what it was first: demo accounts and a movable clock never meet real tenants. */
export function rememberMode({ data, mode }: Pick<Config, 'data' | 'mode'>): void {
  const file = join(data, 'mode');
  if (!existsSync(file)) {
    makeFolder(data, 0o700);
    writeFileSync(file, `${mode}\n`, { mode: 0o600 });
    return;
  }
  const known = readFileSync(file, 'utf8').trim();
  if (known === mode) return;
  const other = mode === 'real' ? 'start it without --no-sandbox' : 'start it with --no-sandbox';
  throw new ConfigFailure(
    `The data folder ${data} was made in ${known} mode and is not opened in ${mode} mode. Use another folder (--data DIR), or ${other}.`,
  );
}
