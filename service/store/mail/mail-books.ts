import type { Ids } from '../../../core/sync/index.ts';
import type { Acting } from '../record/index.ts';
import type { Store } from '../store.ts';
import { askForItem } from './ask-for-item.ts';

type Mailbox = { customerId: string; userId: string };

/** What the books hold of one mail. */
export interface MailEntry {
  /** This mailbox's own record of it. */
  own: { salesforceId: string; at: string } | null;
  /** A colleague's, where the same mail was saved from there. */
  colleague: { salesforceId: string; email: string; at: string } | null;
  asked: { by: string; at: string } | null;
  /** The newest open issue about it. */
  issue: string | null;
}

export interface MailBooks {
  entry(mailbox: Mailbox, mail: { remoteId: string; key: string }): Promise<MailEntry>;
  /** Asked for by hand: the next sync takes it, and it is due now. Asking twice keeps the first who asked. */
  ask(mailbox: Mailbox, remoteId: string, act: Acting): Promise<void>;
}

const own = `
  SELECT salesforce_id AS "salesforceId", updated_at AS at FROM link
   WHERE user_id = $1 AND object = 'email' AND outlook_id = $2 AND state = 'linked' AND salesforce_id IS NOT NULL`;
const colleague = `
  SELECT l.salesforce_id AS "salesforceId", u.email, l.created_at AS at FROM link l JOIN "user" u ON u.id = l.user_id
   WHERE l.customer_id = $1 AND l.user_id <> $2 AND l.object = 'email' AND l.key = $3 AND l.state = 'linked' AND l.salesforce_id IS NOT NULL
     AND u.salesforce_org_id = (SELECT salesforce_org_id FROM "user" WHERE id = $2)
   ORDER BY l.created_at, l.id LIMIT 1`;
const asked = `SELECT asked_by AS by, asked_at AS at FROM saved_item WHERE user_id = $1 AND object = 'email' AND remote_id = $2`;
const trouble = `
  SELECT reason FROM issue WHERE user_id = $1 AND object = 'email' AND side = 'outlook' AND remote_id = $2 AND state <> 'resolved'
   ORDER BY last_seen_at DESC LIMIT 1`;

/** Single mails, for the person whose mailbox they lie in. */
export function mailBooks(store: Store, ids: Ids): MailBooks {
  return {
    entry: ({ customerId, userId }, { remoteId, key }) =>
      store.asCustomers([customerId], async ({ query }) => {
        const [mine] = await query<{ salesforceId: string; at: Date }>(own, [userId, remoteId]);
        const [theirs] = await query<{ salesforceId: string; email: string; at: Date }>(colleague, [customerId, userId, key]);
        const [who] = await query<{ by: string; at: Date }>(asked, [userId, remoteId]);
        const [issue] = await query<{ reason: string }>(trouble, [userId, remoteId]);
        return {
          own: mine ? { ...mine, at: mine.at.toISOString() } : null,
          colleague: theirs ? { ...theirs, at: theirs.at.toISOString() } : null,
          asked: who ? { ...who, at: who.at.toISOString() } : null,
          issue: issue?.reason ?? null,
        };
      }),
    ask: (mailbox, remoteId, act) => askForItem({ store, ids }, mailbox, { object: 'email', remoteId }, act),
  };
}
