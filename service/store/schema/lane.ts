import { bigint, boolean, index, pgTable, text, uuid } from '../drizzle.ts';
import { moment } from './moment.ts';
import { declare } from './table-kind.ts';
import { user } from './user.ts';

/** The one truth for what is due: a row per mailbox. `epoch` rises with each claim; who holds an old one commits nothing. */
export const lane = declare(
  'platform',
  pgTable(
    'lane',
    {
      userId: uuid('user_id')
        .primaryKey()
        .references(() => user.id, { onDelete: 'cascade' }),
      customerId: uuid('customer_id').notNull(),
      dueAt: moment('due_at').notNull(),
      leaseUntil: moment('lease_until'),
      worker: text('worker'),
      epoch: bigint('epoch', { mode: 'number' }).notNull().default(0),
      sessionId: uuid('session_id'),
      runningSince: moment('running_since'),
      forceAcceptedAt: moment('force_accepted_at'),
      lastTryAt: moment('last_try_at'),
      parkedUntil: moment('parked_until'),
      parkedReason: text('parked_reason'),
      nudged: boolean('nudged').notNull().default(false),
      /** Graph said that something changed; nobody asked. */
      hinted: boolean('hinted').notNull().default(false),
      subscriptionsTriedAt: moment('subscriptions_tried_at'),
      /** The job that has the mailbox to itself; no session runs meanwhile. */
      reservedBy: uuid('reserved_by'),
    },
    (table) => [index('lane_due').on(table.dueAt), index('lane_customer').on(table.customerId)],
  ),
);
