import { bigint, index, jsonb, pgTable, sql, text, uuid } from '../drizzle.ts';
import { moment } from './moment.ts';
import { oneOf, words } from './one-of.ts';
import { declare } from './table-kind.ts';

/**
 * Work that takes longer than a request; ids and codes only, what came out per row is in job_row. Due, lease and epoch as of a lane: the row
 * is the truth, the queue only hands out.
 */
export const job = declare(
  'platform',
  pgTable(
    'job',
    {
      id: uuid('id').primaryKey(),
      customerId: uuid('customer_id'),
      organizationId: uuid('organization_id'),
      userId: uuid('user_id'),
      kind: text('kind').notNull(),
      state: text('state').notNull(),
      requestedBy: uuid('requested_by'),
      onBehalfOf: uuid('on_behalf_of'),
      source: text('source'),
      parameters: jsonb('parameters').notNull(),
      /** Where it stands, for the next attempt after a kill. */
      progress: jsonb('progress').notNull(),
      counts: jsonb('counts').notNull(),
      reason: text('reason'),
      error: jsonb('error'),
      dueAt: moment('due_at').notNull(),
      leaseUntil: moment('lease_until'),
      worker: text('worker'),
      epoch: bigint('epoch', { mode: 'number' }).notNull().default(0),
      createdAt: moment('created_at').notNull(),
      startedAt: moment('started_at'),
      finishedAt: moment('finished_at'),
    },
    (table) => [
      index('job_customer').on(table.customerId, table.createdAt.desc()),
      index('job_user').on(table.userId, table.createdAt.desc()),
      index('job_due').on(table.dueAt).where(sql`${table.state} in ('queued', 'running')`),
      oneOf('job_state', table.state, words.jobState),
    ],
  ),
);
