import type { MailboxAccess } from '../../../core/model/index.ts';
import { dueChannel } from '../lane-desk/nudge.ts';
import type { Store } from '../store.ts';

type Mailbox = { customerId: string; userId: string };
type Watched = 'contacts' | 'events';
type Changed = { remoteId: string; version: string | null };

/** Subscriptions are looked through every so often, and a mailbox whose turn failed comes again after. Milliseconds. */
const lookEvery = 30_000;
const pause = 10 * 60_000;
const floor = 60_000;

/** Only a person's mailbox: Teams and sites are read by the clock. */
const wanted = `u.kind = 'mailbox' AND u.synchronization_enabled AND u.suspended_at IS NULL AND u.initialized_at IS NOT NULL AND o.enabled AND o.suspended_at IS NULL
  AND c.enabled AND c.suspended_at IS NULL AND p.enabled`;
const levels = `JOIN customer c ON c.id = u.customer_id JOIN organization o ON o.id = u.organization_id JOIN plan p ON p.id = u.plan_id`;

const due = `
  SELECT l.user_id FROM lane l JOIN "user" u ON u.id = l.user_id ${levels}
   WHERE (l.subscriptions_tried_at IS NULL OR l.subscriptions_tried_at <= $2)
     AND CASE WHEN ${wanted} THEN 2 > (SELECT count(*) FROM subscription s WHERE s.user_id = u.id AND s.address_id = $3 AND s.renew_at > $1)
              ELSE EXISTS (SELECT 1 FROM subscription s WHERE s.user_id = u.id) END
   ORDER BY l.subscriptions_tried_at NULLS FIRST, l.user_id LIMIT $4`;

const one = `
  SELECT u.id, u.customer_id, u.mailbox_address, u.mailbox_access, coalesce(c.tenant_id, c.id::text) AS tenant_id, ${wanted} AS wanted,
         coalesce((SELECT json_agg(json_build_object('id', s.id, 'resource', s.resource, 'addressId', s.address_id, 'mailbox', s.mailbox, 'renewAt', s.renew_at))
                     FROM subscription s WHERE s.user_id = u.id), '[]') AS subscriptions
    FROM "user" u ${levels} WHERE u.id = $1`;

const put = `
  INSERT INTO subscription (id, customer_id, user_id, resource, address_id, mailbox, state_hash, expires_at, renew_at, created_at)
  VALUES ($1, $2, $3, $4, $5, lower($6), $7, $8, $9, $10)
  ON CONFLICT (user_id, resource) DO UPDATE SET id = excluded.id, address_id = excluded.address_id, mailbox = excluded.mailbox, state_hash = excluded.state_hash,
    expires_at = excluded.expires_at, renew_at = excluded.renew_at, created_at = excluded.created_at`;

/** Of the given items, those that stand just so in our books: our own writes, or read already. A deletion comes without a version. */
const echoes = `
  SELECT count(*)::int AS known FROM unnest($2::text[], $3::text[]) AS h(remote_id, version)
   WHERE EXISTS (SELECT 1 FROM observation o WHERE o.user_id = $1 AND o.side = 'outlook' AND o.object = ANY ('{contact,event}'::text[])
                    AND o.remote_id = h.remote_id AND o.version = h.version)
      OR (h.version IS NULL AND NOT EXISTS (
         SELECT 1 FROM observation o WHERE o.user_id = $1 AND o.side = 'outlook' AND o.remote_id = h.remote_id AND NOT o.removed))`;

const hint = `
  UPDATE lane SET hinted = true, due_at = least(due_at, greatest($2::timestamptz, coalesce(last_try_at, '-infinity') + $3::interval))
   WHERE user_id = $1`;

interface OneRow {
  id: string;
  customer_id: string;
  mailbox_address: string;
  mailbox_access: MailboxAccess;
  tenant_id: string;
  wanted: boolean;
  subscriptions: { id: string; resource: Watched; addressId: string; mailbox: string; renewAt: string }[];
}

/** The rows of change notifications: what service/lanes/subscriptions asks of the store (its port SubscriptionBooks). */
export function subscriptionBooks(store: Store) {
  let looked = Number.NEGATIVE_INFINITY;
  const inside = ({ customerId }: { customerId: string }, text: string, values: unknown[]): Promise<number> =>
    store.asCustomers([customerId], ({ execute }) => execute(text, values));
  const before = (at: string, milliseconds: number) => new Date(Date.parse(at) - milliseconds).toISOString();

  return {
    async due(at: string, addressId: string, limit: number): Promise<string[]> {
      if (Date.parse(at) - looked < lookEvery) return [];
      looked = Date.parse(at);
      const rows = await store.asSystem(({ query }) => query<{ user_id: string }>(due, [at, before(at, pause), addressId, limit]));
      return rows.map((row) => row.user_id);
    },
    async take(userId: string, at: string) {
      const [lane] = await store.asSystem(({ query }) =>
        query<{ customer_id: string }>('UPDATE lane SET subscriptions_tried_at = $2 WHERE user_id = $1 RETURNING customer_id', [
          userId,
          at,
        ]),
      );
      if (!lane) return null;
      const [row] = await store.asCustomers([lane.customer_id], ({ query }) => query<OneRow>(one, [userId]));
      return row ? present(row) : null;
    },
    async put(
      mailbox: Mailbox & { mailboxAddress: string },
      given: { id: string; resource: Watched; addressId: string; stateHash: string; expiresAt: string; renewAt: string; at: string },
    ) {
      const { id, resource, addressId, stateHash, expiresAt, renewAt, at } = given;
      const { customerId, userId, mailboxAddress } = mailbox;
      await inside(mailbox, put, [id, customerId, userId, resource, addressId, mailboxAddress, stateHash, expiresAt, renewAt, at]);
    },
    async renewed(mailbox: { customerId: string }, id: string, next: { expiresAt: string; renewAt: string }) {
      await inside(mailbox, 'UPDATE subscription SET expires_at = $2, renew_at = $3 WHERE id = $1', [id, next.expiresAt, next.renewAt]);
    },
    drop: (mailbox: Mailbox, id: string, again: boolean): Promise<void> =>
      store.asCustomers([mailbox.customerId], async ({ execute }) => {
        await execute('DELETE FROM subscription WHERE id = $1', [id]);
        if (again) await execute('UPDATE lane SET subscriptions_tried_at = NULL WHERE user_id = $1', [mailbox.userId]);
      }),
    async find(ids: readonly string[]) {
      const rows = await store.asSystem(({ query }) =>
        query<{ customer_id: string }>('SELECT DISTINCT customer_id FROM subscription WHERE id = ANY ($1::text[])', [ids]),
      );
      const customers = rows.map((row) => row.customer_id);
      if (customers.length === 0) return [];
      return store.asCustomers(customers, ({ query }) =>
        query<{ id: string; customerId: string; userId: string; stateHash: string }>(
          `SELECT id, customer_id AS "customerId", user_id AS "userId", state_hash AS "stateHash" FROM subscription WHERE id = ANY ($1::text[])`,
          [ids],
        ),
      );
    },
    news: ({ customerId, userId }: Mailbox, changed: readonly Changed[], wall: string) =>
      store.asCustomers([customerId], async ({ query }) => {
        const [lane] = await query('SELECT 1 FROM lane WHERE user_id = $1 AND lease_until > $2', [userId, wall]);
        if (lane) return { running: true, news: false };
        const [row] = await query<{ known: number }>(echoes, [
          userId,
          changed.map((item) => item.remoteId),
          changed.map((item) => item.version),
        ]);
        return { running: false, news: (row?.known ?? 0) < changed.length };
      }),
    hint: ({ customerId, userId }: Mailbox, at: string): Promise<void> =>
      store.asCustomers([customerId], async ({ execute }) => {
        await execute(hint, [userId, at, `${floor} milliseconds`]);
        await execute('SELECT pg_notify($1, $2)', [dueChannel, userId]);
      }),
    renewNow: ({ customerId, userId }: Mailbox, id: string, at: string): Promise<void> =>
      store.asCustomers([customerId], async ({ execute }) => {
        await execute('UPDATE subscription SET renew_at = least(renew_at, $2) WHERE id = $1', [id, at]);
        await execute('UPDATE lane SET subscriptions_tried_at = NULL WHERE user_id = $1', [userId]);
      }),
  };
}

function present(row: OneRow) {
  return {
    customerId: row.customer_id,
    tenantId: row.tenant_id,
    userId: row.id,
    mailboxAddress: row.mailbox_address,
    mailboxAccess: row.mailbox_access,
    wanted: row.wanted,
    subscriptions: row.subscriptions.map((one) => ({ ...one, renewAt: new Date(one.renewAt).toISOString() })),
  };
}
