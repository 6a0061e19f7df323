import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Migration {
  /** File name without .sql: time and subject; the order of names is the order of application. */
  name: string;
  sql: string;
  hash: string;
}

export function readMigrations(folder: string = join(import.meta.dirname, '..', 'migrations')): Migration[] {
  return readdirSync(folder)
    .filter((file) => /^\d{8}T\d{4}-[a-z0-9-]+\.sql$/.test(file))
    .sort()
    .map((file) => {
      const sql = readFileSync(join(folder, file), 'utf8');
      return { name: file.slice(0, -'.sql'.length), sql, hash: createHash('sha256').update(sql).digest('hex') };
    });
}
