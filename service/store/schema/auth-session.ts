import { index, pgTable, text, uniqueIndex, uuid } from '../drizzle.ts';
import { account } from './account.ts';
import { moment } from './moment.ts';
import { declare } from './table-kind.ts';

/** better-auth's own session, used only inside a sign-in; ours is sign_in_session. */
export const authSession = declare(
  'people',
  pgTable(
    'auth_session',
    {
      id: uuid('id').primaryKey(),
      userId: uuid('user_id')
        .notNull()
        .references(() => account.id, { onDelete: 'cascade' }),
      token: text('token').notNull(),
      expiresAt: moment('expires_at').notNull(),
      ipAddress: text('ip_address'),
      userAgent: text('user_agent'),
      createdAt: moment('created_at').notNull(),
      updatedAt: moment('updated_at').notNull(),
    },
    (table) => [uniqueIndex('auth_session_token').on(table.token), index('auth_session_user').on(table.userId)],
  ),
);
