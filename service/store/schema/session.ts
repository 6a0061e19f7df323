import { bigint, foreignKey, index, jsonb, pgTable, sql, text, uuid } from '../drizzle.ts';
import { moment } from './moment.ts';
import { oneOf, words } from './one-of.ts';
import { declare } from './table-kind.ts';
import { user } from './user.ts';

/** One run of a lane. */
export const session = declare(
  'walled',
  pgTable(
    'session',
    {
      id: uuid('id').primaryKey(),
      customerId: uuid('customer_id').notNull(),
      userId: uuid('user_id').notNull(),
      trigger: text('trigger').notNull(),
      state: text('state').notNull(),
      reason: text('reason'),
      queuedAt: moment('queued_at').notNull(),
      startedAt: moment('started_at'),
      finishedAt: moment('finished_at'),
      epoch: bigint('epoch', { mode: 'number' }),
      counts: jsonb('counts').notNull(),
      requests: jsonb('requests').notNull(),
      error: jsonb('error'),
      reasons: jsonb('reasons'),
    },
    (table) => [
      foreignKey({ columns: [table.customerId, table.userId], foreignColumns: [user.customerId, user.id] }).onDelete('cascade'),
      index('session_by_user').on(table.userId, table.queuedAt.desc(), table.id.desc()),
      index('session_open').on(table.userId).where(sql`${table.state} in ('queued', 'running')`),
      oneOf('session_trigger', table.trigger, words.trigger),
      oneOf('session_state', table.state, words.sessionState),
    ],
  ),
);
