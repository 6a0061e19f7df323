import { foreignKey, index, pgTable, text, unique, uuid } from '../drizzle.ts';
import { customer } from './customer.ts';
import { moment } from './moment.ts';
import { oneOf, words } from './one-of.ts';
import { organization } from './organization.ts';
import { declare } from './table-kind.ts';
import { user } from './user.ts';

/**
 * A Team's calendar or a site with event lists that the tenant offers. Once it was switched on, the user row of the same id is its lane. Its owner
 * is the user whose Microsoft sign-in reads it and whose Salesforce access writes.
 */
export const source = declare(
  'walled',
  pgTable(
    'source',
    {
      id: uuid('id').primaryKey(),
      customerId: uuid('customer_id')
        .notNull()
        .references(() => customer.id),
      kind: text('kind').notNull(),
      /** The group's id, or the site's. */
      remoteId: text('remote_id').notNull(),
      name: text('name').notNull(),
      /** The group's address, or the site's web address. */
      address: text('address').notNull(),
      organizationId: uuid('organization_id'),
      ownerId: uuid('owner_id'),
      foundAt: moment('found_at').notNull(),
      /** When a look last found it. */
      seenAt: moment('seen_at').notNull(),
    },
    (table) => [
      unique('source_remote').on(table.customerId, table.kind, table.remoteId),
      foreignKey({ columns: [table.customerId, table.organizationId], foreignColumns: [organization.customerId, organization.id] }),
      foreignKey({ columns: [table.customerId, table.ownerId], foreignColumns: [user.customerId, user.id] }),
      index('source_owner_id').on(table.ownerId),
      oneOf('source_kind', table.kind, words.sourceKind),
    ],
  ),
);
