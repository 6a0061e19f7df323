import { pieceKinds } from '../../../core/model/index.ts';
import { boolean, foreignKey, pgTable, primaryKey, text, uuid } from '../drizzle.ts';
import { moment } from './moment.ts';
import { oneOf } from './one-of.ts';
import { declare } from './table-kind.ts';
import { user } from './user.ts';

/** What Lockstep put into a mailbox or took over there: at most one category, folder or list of each kind. */
export const customization = declare(
  'walled',
  pgTable(
    'customization',
    {
      customerId: uuid('customer_id').notNull(),
      userId: uuid('user_id').notNull(),
      kind: text('kind').notNull(),
      name: text('name').notNull(),
      shownAs: text('shown_as').notNull(),
      remoteId: text('remote_id'),
      madeByUs: boolean('made_by_us').notNull(),
      updatedAt: moment('updated_at').notNull(),
    },
    (table) => [
      primaryKey({ columns: [table.userId, table.kind] }),
      foreignKey({ columns: [table.customerId, table.userId], foreignColumns: [user.customerId, user.id] }).onDelete('cascade'),
      oneOf('customization_kind', table.kind, pieceKinds),
    ],
  ),
);
