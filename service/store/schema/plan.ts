import { boolean, check, integer, pgTable, sql, text, unique, uuid } from '../drizzle.ts';
import { customer } from './customer.ts';
import { moment } from './moment.ts';
import { declare } from './table-kind.ts';

/** How often, and with which settings, users sync. */
export const plan = declare(
  'walled',
  pgTable(
    'plan',
    {
      id: uuid('id').primaryKey(),
      customerId: uuid('customer_id')
        .notNull()
        .references(() => customer.id),
      name: text('name').notNull(),
      enabled: boolean('enabled').notNull().default(true),
      intervalSeconds: integer('interval_seconds').notNull(),
      createdAt: moment('created_at').notNull(),
      updatedAt: moment('updated_at').notNull(),
    },
    (table) => [unique('plan_wall').on(table.customerId, table.id), check('plan_interval', sql`${table.intervalSeconds} >= 60`)],
  ),
);
