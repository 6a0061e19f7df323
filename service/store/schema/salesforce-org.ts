import { integer, pgTable, primaryKey, text, uuid } from '../drizzle.ts';
import { customer } from './customer.ts';
import { moment } from './moment.ts';
import { declare } from './table-kind.ts';

/** A Salesforce org as one customer reaches it; several organizations may share one. Parked when its request budget is spent. */
export const salesforceOrg = declare(
  'walled',
  pgTable(
    'salesforce_org',
    {
      customerId: uuid('customer_id')
        .notNull()
        .references(() => customer.id),
      orgId: text('org_id').notNull(),
      instanceUrl: text('instance_url').notNull(),
      parkedUntil: moment('parked_until'),
      parkStep: integer('park_step').notNull().default(0),
      requestsUsed: integer('requests_used'),
      requestsMax: integer('requests_max'),
      usageAt: moment('usage_at'),
      updatedAt: moment('updated_at').notNull(),
    },
    (table) => [primaryKey({ columns: [table.customerId, table.orgId] })],
  ),
);
