import { foreignKey, index, pgTable, primaryKey, text, uuid } from '../drizzle.ts';
import { moment } from './moment.ts';
import { declare } from './table-kind.ts';
import { user } from './user.ts';

/** Which mailbox brings a meeting that several know to one Salesforce org: creates of one key are in line here. */
export const meeting = declare(
  'walled',
  pgTable(
    'meeting',
    {
      customerId: uuid('customer_id').notNull(),
      orgId: text('org_id').notNull(),
      /** The record's external id. */
      key: text('key').notNull(),
      userId: uuid('user_id').notNull(),
      claimedAt: moment('claimed_at').notNull(),
    },
    (table) => [
      primaryKey({ columns: [table.customerId, table.orgId, table.key] }),
      foreignKey({ columns: [table.customerId, table.userId], foreignColumns: [user.customerId, user.id] }).onDelete('cascade'),
      index('meeting_user').on(table.customerId, table.userId),
    ],
  ),
);
