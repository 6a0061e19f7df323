import { pgTable, text } from '../drizzle.ts';
import { moment } from './moment.ts';
import { declare } from './table-kind.ts';

/** Which migrations were applied. */
export const migration = declare(
  'platform',
  pgTable('migration', {
    name: text('name').primaryKey(),
    hash: text('hash').notNull(),
    appliedAt: moment('applied_at').notNull(),
  }),
);
