import { foreignKey, index, integer, jsonb, pgTable, sql, text, uuid } from '../drizzle.ts';
import { moment } from './moment.ts';
import { oneOf, words } from './one-of.ts';
import { declare } from './table-kind.ts';
import { user } from './user.ts';

/** One write that was decided: the outbox. Its key and expected version are the same on every attempt. */
export const intent = declare(
  'walled',
  pgTable(
    'intent',
    {
      id: uuid('id').primaryKey(),
      customerId: uuid('customer_id').notNull(),
      userId: uuid('user_id').notNull(),
      sessionId: uuid('session_id').notNull(),
      linkId: uuid('link_id').notNull(),
      side: text('side').notNull(),
      object: text('object').notNull(),
      operation: text('operation').notNull(),
      remoteId: text('remote_id'),
      key: text('key'),
      expectedVersion: text('expected_version'),
      fields: jsonb('fields'),
      whole: jsonb('whole'),
      before: jsonb('before'),
      recipients: jsonb('recipients').notNull(),
      state: text('state').notNull(),
      attempts: integer('attempts').notNull().default(0),
      notBefore: moment('not_before'),
      error: jsonb('error'),
      undoes: uuid('undoes'),
      origin: jsonb('origin'),
      createdAt: moment('created_at').notNull(),
      updatedAt: moment('updated_at').notNull(),
    },
    (table) => [
      foreignKey({ columns: [table.customerId, table.userId], foreignColumns: [user.customerId, user.id] }).onDelete('cascade'),
      index('intent_open').on(table.userId, table.state, table.side).where(sql`${table.state} in ('proposed', 'pending', 'sending')`),
      index('intent_link').on(table.linkId).where(sql`${table.state} in ('proposed', 'pending', 'sending', 'held', 'failed')`),
      oneOf('intent_side', table.side, words.side),
      oneOf('intent_object', table.object, words.object),
      oneOf('intent_operation', table.operation, words.operation),
      oneOf('intent_state', table.state, words.intentState),
    ],
  ),
);
