import { index, integer, pgTable, primaryKey, sql, text, uniqueIndex, uuid } from '../drizzle.ts';
import { customer } from './customer.ts';
import { moment } from './moment.ts';
import { declare } from './table-kind.ts';
import { user } from './user.ts';

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
      /** Its name in the API: Salesforce's own id would name it for every customer on it. */
      id: uuid('id').notNull().default(sql`gen_random_uuid()`),
      instanceUrl: text('instance_url').notNull(),
      parkedUntil: moment('parked_until'),
      parkedSince: moment('parked_since'),
      parkedCode: text('parked_code'),
      parkStep: integer('park_step').notNull().default(0),
      /** The connected user who reads what changed, for all mailboxes on the org. */
      readerUserId: uuid('reader_user_id').references(() => user.id, { onDelete: 'set null' }),
      requestsUsed: integer('requests_used'),
      requestsMax: integer('requests_max'),
      usageAt: moment('usage_at'),
      updatedAt: moment('updated_at').notNull(),
    },
    (table) => [
      index('salesforce_org_reader').on(table.readerUserId),
      primaryKey({ columns: [table.customerId, table.orgId] }),
      uniqueIndex('salesforce_org_id').on(table.id),
    ],
  ),
);
