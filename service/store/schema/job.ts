import { index, jsonb, pgTable, text, uuid } from '../drizzle.ts';
import { moment } from './moment.ts';
import { oneOf, words } from './one-of.ts';
import { declare } from './table-kind.ts';

/** A bulk act, with a result per row; ids and codes only. */
export const job = declare(
  'platform',
  pgTable(
    'job',
    {
      id: uuid('id').primaryKey(),
      customerId: uuid('customer_id'),
      kind: text('kind').notNull(),
      state: text('state').notNull(),
      requestedBy: uuid('requested_by'),
      parameters: jsonb('parameters').notNull(),
      counts: jsonb('counts').notNull(),
      results: jsonb('results').notNull(),
      createdAt: moment('created_at').notNull(),
      startedAt: moment('started_at'),
      finishedAt: moment('finished_at'),
    },
    (table) => [index('job_customer').on(table.customerId, table.createdAt.desc()), oneOf('job_state', table.state, words.jobState)],
  ),
);
