import { integer, pgTable, text } from '../drizzle.ts';
import { moment } from './moment.ts';
import { declare } from './table-kind.ts';

/** A Salesforce org's daily requests and its waiting, for every customer that works in it: the limit is the org's. */
export const orgMeter = declare(
  'platform',
  pgTable('org_meter', {
    orgId: text('org_id').primaryKey(),
    requestsUsed: integer('requests_used'),
    requestsMax: integer('requests_max'),
    usageAt: moment('usage_at'),
    parkedUntil: moment('parked_until'),
    parkedCode: text('parked_code'),
    parkStep: integer('park_step').notNull().default(0),
  }),
);
