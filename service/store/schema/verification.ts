import { index, pgTable, text, uuid } from '../drizzle.ts';
import { moment } from './moment.ts';
import { declare } from './table-kind.ts';

/** better-auth's one-time proofs (e-mail, reset). */
export const verification = declare(
  'people',
  pgTable(
    'verification',
    {
      id: uuid('id').primaryKey(),
      identifier: text('identifier').notNull(),
      value: text('value').notNull(),
      expiresAt: moment('expires_at').notNull(),
      createdAt: moment('created_at').notNull(),
      updatedAt: moment('updated_at').notNull(),
    },
    (table) => [index('verification_identifier').on(table.identifier)],
  ),
);
