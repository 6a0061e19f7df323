import { bigint, pgTable } from '../drizzle.ts';
import { moment } from './moment.ts';
import { declare } from './table-kind.ts';

/** Until when a mailbox asked to be left alone (Retry-After), for all processes. Kept by the hash of its address, and no longer than it holds. */
export const mailboxPause = declare(
  'platform',
  pgTable('mailbox_pause', {
    mailbox: bigint('mailbox', { mode: 'bigint' }).primaryKey(),
    until: moment('until').notNull(),
  }),
);
