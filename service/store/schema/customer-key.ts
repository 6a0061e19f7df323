import { pgTable, sql, text, uniqueIndex, uuid } from '../drizzle.ts';
import { bytes } from './bytes.ts';
import { customer } from './customer.ts';
import { moment } from './moment.ts';
import { declare } from './table-kind.ts';

/** A customer's data key, wrapped by the master key; service/secrets knows how. */
export const customerKey = declare(
  'walled',
  pgTable(
    'customer_key',
    {
      id: uuid('id').primaryKey(),
      customerId: uuid('customer_id')
        .notNull()
        .references(() => customer.id),
      masterKeyId: text('master_key_id').notNull(),
      wrapped: bytes('wrapped').notNull(),
      createdAt: moment('created_at').notNull(),
      retiredAt: moment('retired_at'),
    },
    (table) => [uniqueIndex('customer_key_active').on(table.customerId).where(sql`${table.retiredAt} is null`)],
  ),
);
