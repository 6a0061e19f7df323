import { bigint, boolean, foreignKey, index, pgTable, primaryKey, text, uuid } from '../drizzle.ts';
import { moment } from './moment.ts';
import { oneOf } from './one-of.ts';
import { declare } from './table-kind.ts';
import { user } from './user.ts';

/** Ids of changed records for one mailbox, in the order of `seq`. Never taken out by reading: the mailbox's cursor says how far it is. */
export const salesforceDealt = declare(
  'walled',
  pgTable(
    'salesforce_dealt',
    {
      customerId: uuid('customer_id').notNull(),
      userId: uuid('user_id').notNull(),
      object: text('object').notNull(),
      remoteId: text('remote_id').notNull(),
      stamp: text('stamp').notNull(),
      /** False where the second of the stamp was not over when it was read: it is dealt once more then. */
      settled: boolean('settled').notNull(),
      seq: bigint('seq', { mode: 'number' }).notNull(),
      dealtAt: moment('dealt_at').notNull(),
    },
    (table) => [
      primaryKey({ columns: [table.userId, table.object, table.remoteId, table.stamp, table.settled] }),
      foreignKey({ columns: [table.customerId, table.userId], foreignColumns: [user.customerId, user.id] }).onDelete('cascade'),
      index('salesforce_dealt_inbox').on(table.userId, table.object, table.seq),
      index('salesforce_dealt_old').on(table.customerId, table.dealtAt),
      oneOf('salesforce_dealt_object', table.object, ['contact', 'event', 'task']),
    ],
  ),
);
