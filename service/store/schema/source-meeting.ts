import { foreignKey, index, pgTable, primaryKey, text, uuid } from '../drizzle.ts';
import { declare } from './table-kind.ts';
import { user } from './user.ts';

/** Which item of a source stands under which meeting's key. */
export const sourceMeeting = declare(
  'walled',
  pgTable(
    'source_meeting',
    {
      customerId: uuid('customer_id').notNull(),
      userId: uuid('user_id').notNull(),
      key: text('key').notNull(),
      remoteId: text('remote_id').notNull(),
    },
    (table) => [
      primaryKey({ columns: [table.userId, table.key] }),
      foreignKey({ columns: [table.customerId, table.userId], foreignColumns: [user.customerId, user.id] }).onDelete('cascade'),
      index('source_meeting_key').on(table.customerId, table.key),
    ],
  ),
);
