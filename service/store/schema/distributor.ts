import { pgTable, text, uuid } from '../drizzle.ts';
import { moment } from './moment.ts';
import { declare } from './table-kind.ts';

/** A distributor: the level above partners. */
export const distributor = declare(
  'people',
  pgTable('distributor', {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    createdAt: moment('created_at').notNull(),
  }),
);
