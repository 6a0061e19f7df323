import { boolean, foreignKey, integer, pgTable, text, unique, uuid } from '../drizzle.ts';
import { moment } from './moment.ts';
import { oneOf, words } from './one-of.ts';
import { declare } from './table-kind.ts';
import { user } from './user.ts';

/** One list that a lane follows, with its cursor. */
export const collection = declare(
  'walled',
  pgTable(
    'collection',
    {
      id: uuid('id').primaryKey(),
      customerId: uuid('customer_id').notNull(),
      userId: uuid('user_id').notNull(),
      side: text('side').notNull(),
      object: text('object').notNull(),
      remoteId: text('remote_id').notNull(),
      name: text('name').notNull(),
      cursor: text('cursor'),
      phase: text('phase').notNull(),
      generation: integer('generation').notNull(),
      windowStart: moment('window_start'),
      windowEnd: moment('window_end'),
      listedAt: moment('listed_at'),
      readAt: moment('read_at'),
      discoveredAt: moment('discovered_at'),
      shape: text('shape').notNull().default(''),
      reread: boolean('reread').notNull().default(false),
    },
    (table) => [
      foreignKey({ columns: [table.customerId, table.userId], foreignColumns: [user.customerId, user.id] }).onDelete('cascade'),
      unique('collection_remote').on(table.userId, table.side, table.object, table.remoteId),
      oneOf('collection_side', table.side, words.side),
      oneOf('collection_object', table.object, words.object),
      oneOf('collection_phase', table.phase, words.phase),
    ],
  ),
);
