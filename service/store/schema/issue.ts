import { foreignKey, index, jsonb, pgTable, sql, text, uuid } from '../drizzle.ts';
import { moment } from './moment.ts';
import { oneOf, words } from './one-of.ts';
import { declare } from './table-kind.ts';
import { user } from './user.ts';

/** Something a person should know of or answer. */
export const issue = declare(
  'walled',
  pgTable(
    'issue',
    {
      id: uuid('id').primaryKey(),
      customerId: uuid('customer_id').notNull(),
      userId: uuid('user_id').notNull(),
      sessionId: uuid('session_id'),
      object: text('object'),
      side: text('side'),
      remoteId: text('remote_id'),
      linkId: uuid('link_id'),
      intentId: uuid('intent_id'),
      reason: text('reason').notNull(),
      detail: jsonb('detail').notNull(),
      state: text('state').notNull(),
      answer: text('answer'),
      answeredBy: text('answered_by'),
      answeredAt: moment('answered_at'),
      firstSeenAt: moment('first_seen_at').notNull(),
      lastSeenAt: moment('last_seen_at').notNull(),
      resolvedAt: moment('resolved_at'),
    },
    (table) => [
      foreignKey({ columns: [table.customerId, table.userId], foreignColumns: [user.customerId, user.id] }).onDelete('cascade'),
      index('issue_user').on(table.userId, table.lastSeenAt.desc(), table.id.desc()),
      index('issue_item').on(table.userId, table.side, table.object, table.remoteId).where(sql`${table.state} <> 'resolved'`),
      oneOf('issue_state', table.state, words.issueState),
    ],
  ),
);
