import { foreignKey, index, pgTable, primaryKey, uuid } from '../drizzle.ts';
import { declare } from './table-kind.ts';
import { user } from './user.ts';
import { userGroup } from './user-group.ts';

/** Who is in a user group. */
export const userGroupMember = declare(
  'walled',
  pgTable(
    'user_group_member',
    {
      customerId: uuid('customer_id').notNull(),
      groupId: uuid('group_id').notNull(),
      userId: uuid('user_id').notNull(),
    },
    (table) => [
      primaryKey({ columns: [table.groupId, table.userId] }),
      index('user_group_member_user').on(table.userId),
      foreignKey({ columns: [table.customerId, table.groupId], foreignColumns: [userGroup.customerId, userGroup.id] }).onDelete('cascade'),
      foreignKey({ columns: [table.customerId, table.userId], foreignColumns: [user.customerId, user.id] }).onDelete('cascade'),
    ],
  ),
);
