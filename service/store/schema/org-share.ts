import { integer, pgTable, primaryKey, text, uuid } from '../drizzle.ts';
import { moment } from './moment.ts';
import { declare } from './table-kind.ts';

/** What one customer's mailboxes used of a Salesforce org in 24 hours: fair shares are counted over all who work in it. */
export const orgShare = declare(
  'platform',
  pgTable(
    'org_share',
    {
      orgId: text('org_id').notNull(),
      customerId: uuid('customer_id').notNull(),
      spent: integer('spent').notNull(),
      mailboxes: integer('mailboxes').notNull(),
      at: moment('at').notNull(),
    },
    (table) => [primaryKey({ columns: [table.orgId, table.customerId] })],
  ),
);
