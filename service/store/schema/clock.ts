import { bigint, integer, pgTable } from '../drizzle.ts';
import { moment } from './moment.ts';
import { declare } from './table-kind.ts';

/** The virtual clock of sandbox mode, shared by all processes: one row. */
export const clock = declare(
  'platform',
  pgTable('clock', {
    id: integer('id').primaryKey(),
    offsetMilliseconds: bigint('offset_milliseconds', { mode: 'number' }).notNull(),
    setAt: moment('set_at').notNull(),
  }),
);
