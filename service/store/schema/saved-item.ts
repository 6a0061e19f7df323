import { foreignKey, index, pgTable, primaryKey, sql, text, uuid } from '../drizzle.ts';
import { moment } from './moment.ts';
import { oneOf, words } from './one-of.ts';
import { declare } from './table-kind.ts';
import { user } from './user.ts';

/** An item that a person asked for by hand (Save in the pane): taken by the next sync, and who asked stays. */
export const savedItem = declare(
  'walled',
  pgTable(
    'saved_item',
    {
      customerId: uuid('customer_id').notNull(),
      userId: uuid('user_id').notNull(),
      object: text('object').notNull(),
      remoteId: text('remote_id').notNull(),
      /** E-mail of the account that asked. */
      askedBy: text('asked_by').notNull(),
      askedAt: moment('asked_at').notNull(),
      /** When a sync had read it; null while it waits. */
      takenAt: moment('taken_at'),
    },
    (table) => [
      primaryKey({ columns: [table.userId, table.object, table.remoteId] }),
      foreignKey({ columns: [table.customerId, table.userId], foreignColumns: [user.customerId, user.id] }).onDelete('cascade'),
      index('saved_item_open').on(table.userId).where(sql`${table.takenAt} is null`),
      oneOf('saved_item_object', table.object, words.object),
    ],
  ),
);
