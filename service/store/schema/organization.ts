import { boolean, pgTable, sql, text, unique, uniqueIndex, uuid } from '../drizzle.ts';
import { customer } from './customer.ts';
import { moment } from './moment.ts';
import { oneOf, words } from './one-of.ts';
import { declare } from './table-kind.ts';

/** Users of one customer that share mailbox access type, Salesforce environment, default plan and settings. */
export const organization = declare(
  'walled',
  pgTable(
    'organization',
    {
      id: uuid('id').primaryKey(),
      customerId: uuid('customer_id')
        .notNull()
        .references(() => customer.id),
      name: text('name').notNull(),
      isDefault: boolean('is_default').notNull().default(false),
      enabled: boolean('enabled').notNull().default(true),
      suspendedReason: text('suspended_reason'),
      suspendedAt: moment('suspended_at'),
      mailboxAccess: text('mailbox_access').notNull(),
      defaultPlanId: uuid('default_plan_id'),
      salesforceOrgId: text('salesforce_org_id'),
      salesforceInstanceUrl: text('salesforce_instance_url'),
      createdAt: moment('created_at').notNull(),
      updatedAt: moment('updated_at').notNull(),
    },
    (table) => [
      uniqueIndex('organization_default').on(table.customerId).where(sql`${table.isDefault}`),
      unique('organization_wall').on(table.customerId, table.id),
      oneOf('organization_mailbox_access', table.mailboxAccess, words.mailboxAccess),
    ],
  ),
);
