import type { Migration } from '../../service/store/migrate/index.ts';

/** A release's database: the migrations that made it, as they were then, and what `npm run backup` wrote. */
export interface Dump {
  commit: string;
  migrations: Migration[];
  /** First line of the backup. */
  backup: string;
  rows: { table: string; row: Record<string, unknown> }[];
}
