import { index, pgTable, text, uniqueIndex, uuid } from '../drizzle.ts';
import { account } from './account.ts';
import { moment } from './moment.ts';
import { declare } from './table-kind.ts';

/** How an account proves itself: a password, or an identity at a provider (`entra:{tid}`, oid). No provider tokens are kept here. better-auth calls it `account`. */
export const credential = declare(
  'people',
  pgTable(
    'credential',
    {
      id: uuid('id').primaryKey(),
      accountId: text('account_id').notNull(),
      providerId: text('provider_id').notNull(),
      userId: uuid('user_id')
        .notNull()
        .references(() => account.id, { onDelete: 'cascade' }),
      accessToken: text('access_token'),
      refreshToken: text('refresh_token'),
      idToken: text('id_token'),
      accessTokenExpiresAt: moment('access_token_expires_at'),
      refreshTokenExpiresAt: moment('refresh_token_expires_at'),
      scope: text('scope'),
      password: text('password'),
      createdAt: moment('created_at').notNull(),
      updatedAt: moment('updated_at').notNull(),
    },
    (table) => [
      uniqueIndex('credential_provider_account').on(table.providerId, table.accountId),
      index('credential_user').on(table.userId),
    ],
  ),
);
