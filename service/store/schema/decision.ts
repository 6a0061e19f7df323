import { foreignKey, index, jsonb, pgTable, primaryKey, sql, text, uuid } from '../drizzle.ts';
import { moment } from './moment.ts';
import { oneOf, words } from './one-of.ts';
import { declare } from './table-kind.ts';
import { user } from './user.ts';

/** Why an item was or was not synced: the newest per item, overwritten. What "Why?" reads. */
export const decision = declare(
  'walled',
  pgTable(
    'decision',
    {
      customerId: uuid('customer_id').notNull(),
      userId: uuid('user_id').notNull(),
      sessionId: uuid('session_id').notNull(),
      side: text('side').notNull(),
      object: text('object').notNull(),
      remoteId: text('remote_id').notNull(),
      room: text('room').notNull(),
      reason: text('reason').notNull(),
      action: text('action').notNull(),
      inputs: jsonb('inputs').notNull(),
      at: moment('at').notNull(),
    },
    (table) => [
      primaryKey({ columns: [table.userId, table.side, table.object, table.remoteId] }),
      foreignKey({ columns: [table.customerId, table.userId], foreignColumns: [user.customerId, user.id] }).onDelete('cascade'),
      index('decision_waits')
        .on(table.userId, table.reason)
        .where(sql`${table.reason} in ('outside-window', 'before-start', 'organizer-colleague', 'open-lead')`),
      oneOf('decision_side', table.side, words.side),
      oneOf('decision_object', table.object, words.object),
    ],
  ),
);
