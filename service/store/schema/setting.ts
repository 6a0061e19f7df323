import { boolean, jsonb, pgTable, primaryKey, text, uuid } from '../drizzle.ts';
import { customer } from './customer.ts';
import { moment } from './moment.ts';
import { oneOf, words } from './one-of.ts';
import { declare } from './table-kind.ts';

/** A setting at one level; core/customization resolves plan > customer > organization > group > user. */
export const setting = declare(
  'walled',
  pgTable(
    'setting',
    {
      customerId: uuid('customer_id')
        .notNull()
        .references(() => customer.id),
      level: text('level').notNull(),
      levelId: uuid('level_id').notNull(),
      key: text('key').notNull(),
      value: jsonb('value').notNull(),
      mayAdjust: boolean('may_adjust').notNull().default(true),
      updatedAt: moment('updated_at').notNull(),
    },
    (table) => [
      primaryKey({ columns: [table.customerId, table.level, table.levelId, table.key] }),
      oneOf('setting_level', table.level, words.settingLevel),
    ],
  ),
);
