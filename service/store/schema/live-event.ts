import { bigserial, index, jsonb, pgTable, sql, text, uuid } from '../drizzle.ts';
import { moment } from './moment.ts';
import { declare } from './table-kind.ts';
import { transactionId } from './transaction-id.ts';

/** What open screens are told. `written` is the transaction: readers hide events of transactions that may still be overtaken, so none is skipped. */
export const liveEvent = declare(
  'walled',
  pgTable(
    'live_event',
    {
      id: bigserial('id', { mode: 'number' }).primaryKey(),
      customerId: uuid('customer_id').notNull(),
      organizationId: uuid('organization_id'),
      userId: uuid('user_id'),
      kind: text('kind').notNull(),
      data: jsonb('data').notNull(),
      at: moment('at').notNull(),
      written: transactionId('written').notNull().default(sql`pg_current_xact_id()`),
    },
    (table) => [index('live_event_customer').on(table.customerId, table.id)],
  ),
);
