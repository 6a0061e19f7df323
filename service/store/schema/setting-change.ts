import { index, jsonb, pgTable, text, uuid } from '../drizzle.ts';
import { customer } from './customer.ts';
import { moment } from './moment.ts';
import { oneOf, words } from './one-of.ts';
import { declare } from './table-kind.ts';

/** What a setting of one level was and became: {value, mayAdjust}, null where the level set nothing. For undo; never changed. */
export const settingChange = declare(
  'walled',
  pgTable(
    'setting_change',
    {
      id: uuid('id').primaryKey(),
      customerId: uuid('customer_id')
        .notNull()
        .references(() => customer.id),
      level: text('level').notNull(),
      levelId: uuid('level_id').notNull(),
      key: text('key').notNull(),
      before: jsonb('before'),
      after: jsonb('after'),
      actorEmail: text('actor_email'),
      /** The customer, where somebody else's people acted for it. */
      onBehalfOf: uuid('on_behalf_of'),
      /** The change that this one took back. */
      undoes: uuid('undoes'),
      at: moment('at').notNull(),
    },
    (table) => [
      index('setting_change_place').on(table.customerId, table.level, table.levelId, table.at.desc(), table.id.desc()),
      oneOf('setting_change_level', table.level, words.settingLevel),
    ],
  ),
);
