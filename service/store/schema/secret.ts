import { index, integer, pgTable, primaryKey, text, uuid } from '../drizzle.ts';
import { bytes } from './bytes.ts';
import { customer } from './customer.ts';
import { customerKey } from './customer-key.ts';
import { moment } from './moment.ts';
import { declare } from './table-kind.ts';

/** A token or credential, sealed with the data key. `version` rises with each write: compare-and-set for refresh races. owner_id: the user, organization or customer it is of. */
export const secret = declare(
  'walled',
  pgTable(
    'secret',
    {
      customerId: uuid('customer_id')
        .notNull()
        .references(() => customer.id),
      ownerId: uuid('owner_id').notNull(),
      kind: text('kind').notNull(),
      keyId: uuid('key_id')
        .notNull()
        .references(() => customerKey.id),
      sealed: bytes('sealed').notNull(),
      version: integer('version').notNull(),
      expiresAt: moment('expires_at'),
      updatedAt: moment('updated_at').notNull(),
    },
    (table) => [primaryKey({ columns: [table.customerId, table.ownerId, table.kind] }), index('secret_key').on(table.keyId)],
  ),
);
