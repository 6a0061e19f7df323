import { pgTable, text, unique, uuid } from '../drizzle.ts';
import { customer } from './customer.ts';
import { moment } from './moment.ts';
import { declare } from './table-kind.ts';

/** A group of users for pushed settings and grants. */
export const userGroup = declare(
  'walled',
  pgTable(
    'user_group',
    {
      id: uuid('id').primaryKey(),
      customerId: uuid('customer_id')
        .notNull()
        .references(() => customer.id),
      name: text('name').notNull(),
      createdAt: moment('created_at').notNull(),
    },
    (table) => [unique('user_group_wall').on(table.customerId, table.id)],
  ),
);
