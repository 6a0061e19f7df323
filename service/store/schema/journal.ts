import { foreignKey, index, jsonb, pgTable, text, uuid } from '../drizzle.ts';
import { moment } from './moment.ts';
import { oneOf, words } from './one-of.ts';
import { declare } from './table-kind.ts';
import { user } from './user.ts';

/** What was written, with before and after: undo and provenance. Never changed. */
export const journal = declare(
  'walled',
  pgTable(
    'journal',
    {
      id: uuid('id').primaryKey(),
      customerId: uuid('customer_id').notNull(),
      userId: uuid('user_id').notNull(),
      sessionId: uuid('session_id').notNull(),
      intentId: uuid('intent_id').notNull(),
      linkId: uuid('link_id').notNull(),
      side: text('side').notNull(),
      object: text('object').notNull(),
      remoteId: text('remote_id').notNull(),
      operation: text('operation').notNull(),
      before: jsonb('before'),
      after: jsonb('after'),
      /** The entry that this write took back. */
      undoes: uuid('undoes'),
      /** Whose edit it carried: {by, at}. */
      origin: jsonb('origin'),
      at: moment('at').notNull(),
    },
    (table) => [
      foreignKey({ columns: [table.customerId, table.userId], foreignColumns: [user.customerId, user.id] }).onDelete('cascade'),
      index('journal_by_user').on(table.userId, table.at.desc()),
      index('journal_session').on(table.sessionId),
      index('journal_link').on(table.linkId),
      oneOf('journal_side', table.side, words.side),
      oneOf('journal_object', table.object, words.object),
      oneOf('journal_operation', table.operation, words.operation),
    ],
  ),
);
