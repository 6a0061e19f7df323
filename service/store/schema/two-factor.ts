import { boolean, index, pgTable, text, uuid } from '../drizzle.ts';
import { account } from './account.ts';
import { declare } from './table-kind.ts';

/** TOTP secret and backup codes of an account, encrypted by better-auth. */
export const twoFactor = declare(
  'people',
  pgTable(
    'two_factor',
    {
      id: uuid('id').primaryKey(),
      userId: uuid('user_id')
        .notNull()
        .references(() => account.id, { onDelete: 'cascade' }),
      secret: text('secret').notNull(),
      backupCodes: text('backup_codes').notNull(),
      verified: boolean('verified').notNull().default(true),
    },
    (table) => [index('two_factor_user').on(table.userId)],
  ),
);
