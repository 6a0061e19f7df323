import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from '../drizzle.ts';
import { account } from './account.ts';
import { moment } from './moment.ts';
import { declare } from './table-kind.ts';

/** Stored answers of POSTs with an Idempotency-Key; status null while the first is running. */
export const idempotency = declare(
  'people',
  pgTable(
    'idempotency',
    {
      accountId: uuid('account_id')
        .notNull()
        .references(() => account.id, { onDelete: 'cascade' }),
      key: text('key').notNull(),
      requestHash: text('request_hash').notNull(),
      status: integer('status'),
      body: jsonb('body'),
      headers: jsonb('headers'),
      createdAt: moment('created_at').notNull(),
    },
    (table) => [primaryKey({ columns: [table.accountId, table.key] }), index('idempotency_created').on(table.createdAt)],
  ),
);
