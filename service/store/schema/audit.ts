import { bigint, jsonb, pgTable, primaryKey, text, uuid } from '../drizzle.ts';
import { moment } from './moment.ts';
import { declare } from './table-kind.ts';

/** Every change, with who and on whose behalf. Append-only, a hash chain per customer (service/store/audit). No foreign keys: it outlives what it tells of. */
export const audit = declare(
  'walled',
  pgTable(
    'audit',
    {
      customerId: uuid('customer_id').notNull(),
      sequence: bigint('sequence', { mode: 'number' }).notNull(),
      at: moment('at').notNull(),
      actorId: uuid('actor_id'),
      actorEmail: text('actor_email'),
      onBehalfOf: uuid('on_behalf_of'),
      reason: text('reason'),
      source: text('source').notNull(),
      action: text('action').notNull(),
      targetKind: text('target_kind').notNull(),
      targetId: text('target_id').notNull(),
      before: jsonb('before'),
      after: jsonb('after'),
      previousHash: text('previous_hash').notNull(),
      hash: text('hash').notNull(),
    },
    (table) => [primaryKey({ columns: [table.customerId, table.sequence] })],
  ),
);
