/**
 * drizzle-orm through its CommonJS build. Its ES modules `export *` one another in circles: linking them costs V8 a second and 200 MB at every
 * start, the CommonJS build 0.3 s and 20 MB (measured with drizzle-orm 0.45.4 on Node 24). The hook hands the same copy to whoever
 * imports it later, which is better-auth's adapter.
 */
import { createRequire, registerHooks } from 'node:module';

const require = createRequire(import.meta.url);

registerHooks({
  resolve: (specifier, context, nextResolve) =>
    /^drizzle-orm(\/|$)/.test(specifier)
      ? nextResolve(specifier, { ...context, conditions: ['node', 'require', 'module-sync'] })
      : nextResolve(specifier, context),
});

const root: typeof import('drizzle-orm') = require('drizzle-orm');
const columns: typeof import('drizzle-orm/pg-core') = require('drizzle-orm/pg-core');
const driver: typeof import('drizzle-orm/node-postgres') = require('drizzle-orm/node-postgres');

export const { DrizzleQueryError, getTableColumns, getTableName, is, sql, Table } = root;
export const {
  bigint,
  bigserial,
  boolean,
  check,
  customType,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} = columns;
export const { drizzle } = driver;
export type Table = import('drizzle-orm').Table;
