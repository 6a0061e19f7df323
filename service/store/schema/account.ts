import { boolean, pgTable, text, uniqueIndex, uuid } from '../drizzle.ts';
import { moment } from './moment.ts';
import { declare } from './table-kind.ts';

/** A person who signs in (better-auth calls it `user`; property names are its). */
export const account = declare(
  'people',
  pgTable(
    'account',
    {
      id: uuid('id').primaryKey(),
      name: text('name').notNull(),
      email: text('email').notNull(),
      emailVerified: boolean('email_verified').notNull().default(false),
      image: text('image'),
      locale: text('locale'),
      twoFactorEnabled: boolean('two_factor_enabled').notNull().default(false),
      disabledAt: moment('disabled_at'),
      createdAt: moment('created_at').notNull(),
      updatedAt: moment('updated_at').notNull(),
    },
    (table) => [uniqueIndex('account_email').on(table.email)],
  ),
);
