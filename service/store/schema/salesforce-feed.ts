import { bigint, foreignKey, jsonb, pgTable, primaryKey, text, uuid } from '../drizzle.ts';
import { moment } from './moment.ts';
import { salesforceOrg } from './salesforce-org.ts';
import { declare } from './table-kind.ts';

/** Where the shared reader of a Salesforce org stands: a cursor by object, and the number of the last change that was dealt out. */
export const salesforceFeed = declare(
  'walled',
  pgTable(
    'salesforce_feed',
    {
      customerId: uuid('customer_id').notNull(),
      orgId: text('org_id').notNull(),
      cursors: jsonb('cursors').notNull(),
      seq: bigint('seq', { mode: 'number' }).notNull(),
      /** Salesforce's time up to which all changes were dealt. */
      readTo: moment('read_to'),
      roundAt: moment('round_at'),
      leaseUntil: moment('lease_until'),
    },
    (table) => [
      primaryKey({ columns: [table.customerId, table.orgId] }),
      foreignKey({
        columns: [table.customerId, table.orgId],
        foreignColumns: [salesforceOrg.customerId, salesforceOrg.orgId],
      }).onDelete('cascade'),
    ],
  ),
);
