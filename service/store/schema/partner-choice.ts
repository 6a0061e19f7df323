import { foreignKey, pgTable, primaryKey, text, uuid } from '../drizzle.ts';
import { moment } from './moment.ts';
import { declare } from './table-kind.ts';
import { user } from './user.ts';

/** Which of several possible partners a person chose for an item; `partner_id` null: none of them, a record of its own. */
export const partnerChoice = declare(
  'walled',
  pgTable(
    'partner_choice',
    {
      customerId: uuid('customer_id').notNull(),
      userId: uuid('user_id').notNull(),
      side: text('side').notNull(),
      object: text('object').notNull(),
      remoteId: text('remote_id').notNull(),
      partnerId: text('partner_id'),
      chosenBy: text('chosen_by'),
      chosenAt: moment('chosen_at').notNull(),
    },
    (table) => [
      primaryKey({ columns: [table.userId, table.side, table.object, table.remoteId] }),
      foreignKey({ columns: [table.customerId, table.userId], foreignColumns: [user.customerId, user.id] }).onDelete('cascade'),
    ],
  ),
);
