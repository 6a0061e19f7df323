import { index, pgTable, text, uuid } from '../drizzle.ts';
import { account } from './account.ts';
import { moment } from './moment.ts';
import { oneOf, words } from './one-of.ts';
import { declare } from './table-kind.ts';

/** A role over a scope, held by an account. customer_id repeats the customer of a narrower scope, so that the wall is known without a look-up. */
export const roleGrant = declare(
  'people',
  pgTable(
    'role_grant',
    {
      id: uuid('id').primaryKey(),
      accountId: uuid('account_id')
        .notNull()
        .references(() => account.id, { onDelete: 'cascade' }),
      role: text('role').notNull(),
      scopeLevel: text('scope_level').notNull(),
      scopeId: uuid('scope_id'),
      customerId: uuid('customer_id'),
      expiresAt: moment('expires_at'),
      revokedAt: moment('revoked_at'),
      grantedBy: uuid('granted_by'),
      createdAt: moment('created_at').notNull(),
    },
    (table) => [
      index('role_grant_account').on(table.accountId),
      index('role_grant_customer').on(table.customerId),
      oneOf('role_grant_role', table.role, words.role),
      oneOf('role_grant_scope_level', table.scopeLevel, words.scope),
    ],
  ),
);
