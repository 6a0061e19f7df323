import { bigint, pgTable, text, uuid } from '../drizzle.ts';
import { declare } from './table-kind.ts';

/** The signed end of a customer's audit chain: without it a cut tail could not be told. */
export const auditHead = declare(
  'walled',
  pgTable('audit_head', {
    customerId: uuid('customer_id').primaryKey(),
    sequence: bigint('sequence', { mode: 'number' }).notNull(),
    hash: text('hash').notNull(),
    signature: text('signature').notNull(),
  }),
);
