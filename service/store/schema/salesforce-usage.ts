import { foreignKey, integer, pgTable, primaryKey, text, uuid } from '../drizzle.ts';
import { moment } from './moment.ts';
import { salesforceOrg } from './salesforce-org.ts';
import { declare } from './table-kind.ts';

/** What a Salesforce org told of its requests of the last 24 hours, by ten minutes: what the forecast is made from. Kept two days. */
export const salesforceUsage = declare(
  'walled',
  pgTable(
    'salesforce_usage',
    {
      customerId: uuid('customer_id').notNull(),
      orgId: text('org_id').notNull(),
      slot: moment('slot').notNull(),
      used: integer('used').notNull(),
      max: integer('max').notNull(),
    },
    (table) => [
      primaryKey({ columns: [table.customerId, table.orgId, table.slot] }),
      foreignKey({
        columns: [table.customerId, table.orgId],
        foreignColumns: [salesforceOrg.customerId, salesforceOrg.orgId],
      }).onDelete('cascade'),
    ],
  ),
);
