import { index, integer, pgTable, text, uuid } from '../drizzle.ts';
import { account } from './account.ts';
import { moment } from './moment.ts';
import { declare } from './table-kind.ts';

/** One signed-in surface: a family of refresh tokens, of which only number `rotation` is good. Using an older one revokes the family. */
export const signInSession = declare(
  'people',
  pgTable(
    'sign_in_session',
    {
      id: uuid('id').primaryKey(),
      accountId: uuid('account_id')
        .notNull()
        .references(() => account.id, { onDelete: 'cascade' }),
      surface: text('surface').notNull(),
      rotation: integer('rotation').notNull(),
      rotatedAt: moment('rotated_at').notNull(),
      createdAt: moment('created_at').notNull(),
      lastUsedAt: moment('last_used_at').notNull(),
      expiresAt: moment('expires_at').notNull(),
      revokedAt: moment('revoked_at'),
      revokedReason: text('revoked_reason'),
    },
    (table) => [index('sign_in_session_account').on(table.accountId)],
  ),
);
