import type { Table } from 'drizzle-orm';
import { getTableName } from '../drizzle.ts';

/**
 * What the wall means for a table:
 * `walled`: holds a customer's content; customer_id NOT NULL, row-level security forced, the app role sees granted customers only.
 * `people`: who signs in and who may do what; spans customers; the app role only.
 * `platform`: due index, jobs, clock: ids only, no content.
 */
export type TableKind = 'walled' | 'people' | 'platform';

const kinds = new Map<string, TableKind>();

/** Declares a table's kind. Every table of the database must be declared so (a test compares). */
export function declare<T extends Table>(kind: TableKind, table: T): T {
  kinds.set(getTableName(table), kind);
  return table;
}

export function tableKinds(): ReadonlyMap<string, TableKind> {
  return kinds;
}
