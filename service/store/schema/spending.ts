import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from '../drizzle.ts';
import { moment } from './moment.ts';
import { declare } from './table-kind.ts';
import { user } from './user.ts';

/** Requests that Lockstep made for a mailbox, by the hour: to Salesforce by schedules and for people, and to Microsoft Graph. Kept two days. */
export const spending = declare(
  'walled',
  pgTable(
    'spending',
    {
      customerId: uuid('customer_id').notNull(),
      userId: uuid('user_id').notNull(),
      hour: moment('hour').notNull(),
      salesforceOrgId: text('salesforce_org_id'),
      salesforce: integer('salesforce').notNull(),
      people: integer('people').notNull(),
      outlook: integer('outlook').notNull(),
    },
    (table) => [
      primaryKey({ columns: [table.userId, table.hour] }),
      foreignKey({ columns: [table.customerId, table.userId], foreignColumns: [user.customerId, user.id] }).onDelete('cascade'),
      index('spending_org').on(table.customerId, table.hour),
    ],
  ),
);
