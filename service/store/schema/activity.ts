import { index, jsonb, pgTable, text, uuid } from '../drizzle.ts';
import { customer } from './customer.ts';
import { moment } from './moment.ts';
import { declare } from './table-kind.ts';

/** What people and the service did to users: the Activity subtab. */
export const activity = declare(
  'walled',
  pgTable(
    'activity',
    {
      id: uuid('id').primaryKey(),
      customerId: uuid('customer_id')
        .notNull()
        .references(() => customer.id),
      organizationId: uuid('organization_id'),
      userId: uuid('user_id'),
      type: text('type').notNull(),
      actorId: uuid('actor_id'),
      actorEmail: text('actor_email'),
      onBehalfOf: uuid('on_behalf_of'),
      detail: jsonb('detail').notNull(),
      at: moment('at').notNull(),
    },
    (table) => [
      index('activity_user').on(table.userId, table.at.desc(), table.id.desc()),
      index('activity_customer').on(table.customerId, table.at.desc(), table.id.desc()),
    ],
  ),
);
