import { index, pgTable, uuid } from '../drizzle.ts';
import { moment } from './moment.ts';
import { organization } from './organization.ts';
import { declare } from './table-kind.ts';

/** When an organization is to be looked at for new Teams and sites; no row: never by itself. */
export const sourceLook = declare(
  'platform',
  pgTable(
    'source_look',
    {
      organizationId: uuid('organization_id')
        .primaryKey()
        .references(() => organization.id, { onDelete: 'cascade' }),
      customerId: uuid('customer_id').notNull(),
      dueAt: moment('due_at').notNull(),
    },
    (table) => [index('source_look_due').on(table.dueAt)],
  ),
);
