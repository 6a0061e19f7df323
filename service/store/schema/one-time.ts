import { index, jsonb, pgTable, text } from '../drizzle.ts';
import { moment } from './moment.ts';
import { declare } from './table-kind.ts';

/** Hand-over codes and sign-in states: taken once, by DELETE ... RETURNING. `id` is a hash. */
export const oneTime = declare(
  'people',
  pgTable(
    'one_time',
    {
      id: text('id').primaryKey(),
      kind: text('kind').notNull(),
      data: jsonb('data').notNull(),
      expiresAt: moment('expires_at').notNull(),
    },
    (table) => [index('one_time_expires').on(table.expiresAt)],
  ),
);
