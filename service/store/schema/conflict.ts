import { conflictStates } from '../../../core/model/index.ts';
import { boolean, foreignKey, index, jsonb, pgTable, sql, text, uuid } from '../drizzle.ts';
import { moment } from './moment.ts';
import { oneOf } from './one-of.ts';
import { declare } from './table-kind.ts';
import { user } from './user.ts';

/** The conflict inbox: a field that both sides changed, with all three values. Content of the mailbox: never logged. */
export const conflict = declare(
  'walled',
  pgTable(
    'conflict',
    {
      id: uuid('id').primaryKey(),
      customerId: uuid('customer_id').notNull(),
      userId: uuid('user_id').notNull(),
      sessionId: uuid('session_id').notNull(),
      linkId: uuid('link_id').notNull(),
      object: text('object').notNull(),
      field: text('field').notNull(),
      title: text('title'),
      outlookId: text('outlook_id').notNull(),
      salesforceId: text('salesforce_id').notNull(),
      hasBase: boolean('has_base').notNull(),
      base: jsonb('base'),
      outlook: jsonb('outlook'),
      salesforce: jsonb('salesforce'),
      outlookAt: moment('outlook_at'),
      salesforceAt: moment('salesforce_at'),
      winner: text('winner'),
      decidedBy: text('decided_by'),
      state: text('state').notNull(),
      answeredBy: text('answered_by'),
      openedAt: moment('opened_at').notNull(),
      deadlineAt: moment('deadline_at'),
      settledAt: moment('settled_at'),
    },
    (table) => [
      foreignKey({ columns: [table.customerId, table.userId], foreignColumns: [user.customerId, user.id] }).onDelete('cascade'),
      index('conflict_user').on(table.userId, table.openedAt.desc(), table.id.desc()),
      index('conflict_link').on(table.linkId, table.field),
      index('conflict_waiting').on(table.userId, table.deadlineAt).where(sql`${table.state} = 'waiting'`),
      oneOf('conflict_state', table.state, conflictStates),
    ],
  ),
);
