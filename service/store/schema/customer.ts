import { boolean, index, pgTable, text, uniqueIndex, uuid } from '../drizzle.ts';
import { moment } from './moment.ts';
import { partner } from './partner.ts';
import { declare } from './table-kind.ts';

/** A customer: one Microsoft 365 tenant. The wall: its id is the `customer_id` of every walled row. */
export const customer = declare(
  'walled',
  pgTable(
    'customer',
    {
      id: uuid('id').primaryKey(),
      name: text('name').notNull(),
      tenantId: text('tenant_id'),
      partnerId: uuid('partner_id').references(() => partner.id),
      enabled: boolean('enabled').notNull().default(true),
      suspendedReason: text('suspended_reason'),
      suspendedAt: moment('suspended_at'),
      twoStepRequired: boolean('two_step_required').notNull().default(false),
      usersMayChangeEmail: boolean('users_may_change_email').notNull().default(false),
      createdAt: moment('created_at').notNull(),
      updatedAt: moment('updated_at').notNull(),
    },
    (table) => [uniqueIndex('customer_tenant').on(table.tenantId), index('customer_partner').on(table.partnerId)],
  ),
);
