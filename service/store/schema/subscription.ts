import { foreignKey, pgTable, text, uniqueIndex, uuid } from '../drizzle.ts';
import { moment } from './moment.ts';
import { oneOf } from './one-of.ts';
import { declare } from './table-kind.ts';
import { user } from './user.ts';

/** A subscription of Microsoft Graph for one mailbox; `state_hash` is the SHA-256 of the secret that each notification must carry. */
export const subscription = declare(
  'walled',
  pgTable(
    'subscription',
    {
      id: text('id').primaryKey(),
      customerId: uuid('customer_id').notNull(),
      userId: uuid('user_id').notNull(),
      resource: text('resource').notNull(),
      /** Hash of the address that is told. */
      addressId: text('address_id').notNull(),
      /** The address of the mailbox, lower case: of another one it is made anew. */
      mailbox: text('mailbox').notNull(),
      stateHash: text('state_hash').notNull(),
      expiresAt: moment('expires_at').notNull(),
      renewAt: moment('renew_at').notNull(),
      createdAt: moment('created_at').notNull(),
    },
    (table) => [
      foreignKey({ columns: [table.customerId, table.userId], foreignColumns: [user.customerId, user.id] }).onDelete('cascade'),
      uniqueIndex('subscription_by_user').on(table.userId, table.resource),
      oneOf('subscription_resource', table.resource, ['contacts', 'events']),
    ],
  ),
);
