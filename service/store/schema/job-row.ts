import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from '../drizzle.ts';
import { job } from './job.ts';
import { moment } from './moment.ts';
import { oneOf, words } from './one-of.ts';
import { declare } from './table-kind.ts';
import { user } from './user.ts';

/** What a job planned or did, item by item; values of fields are content, so it stands behind the wall. */
export const jobRow = declare(
  'walled',
  pgTable(
    'job_row',
    {
      customerId: uuid('customer_id').notNull(),
      jobId: uuid('job_id')
        .notNull()
        .references(() => job.id, { onDelete: 'cascade' }),
      position: integer('position').notNull(),
      /** What the row is about, once in a job: a row put again after a kill takes its place. */
      name: text('name').notNull(),
      userId: uuid('user_id'),
      side: text('side'),
      object: text('object'),
      direction: text('direction'),
      remoteId: text('remote_id'),
      action: text('action').notNull(),
      outcome: text('outcome').notNull(),
      reason: text('reason'),
      title: text('title'),
      fields: jsonb('fields').notNull(),
      recipients: jsonb('recipients').notNull(),
      detail: jsonb('detail').notNull(),
      at: moment('at').notNull(),
    },
    (table) => [
      primaryKey({ columns: [table.jobId, table.position] }),
      unique('job_row_name').on(table.jobId, table.name),
      foreignKey({ columns: [table.customerId, table.userId], foreignColumns: [user.customerId, user.id] }).onDelete('cascade'),
      index('job_row_user').on(table.userId),
      oneOf('job_row_side', table.side, words.side),
      oneOf('job_row_object', table.object, words.object),
      oneOf('job_row_direction', table.direction, words.direction),
      oneOf('job_row_outcome', table.outcome, words.jobOutcome),
    ],
  ),
);
