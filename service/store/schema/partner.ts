import { index, pgTable, text, uniqueIndex, uuid } from '../drizzle.ts';
import { distributor } from './distributor.ts';
import { moment } from './moment.ts';
import { declare } from './table-kind.ts';

/** A partner (reseller): manages customers, who joined by its code or were made by it. */
export const partner = declare(
  'people',
  pgTable(
    'partner',
    {
      id: uuid('id').primaryKey(),
      distributorId: uuid('distributor_id').references(() => distributor.id),
      code: text('code').notNull(),
      name: text('name').notNull(),
      contact: text('contact'),
      email: text('email'),
      createdAt: moment('created_at').notNull(),
    },
    (table) => [uniqueIndex('partner_code').on(table.code), index('partner_distributor').on(table.distributorId)],
  ),
);
