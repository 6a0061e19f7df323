import type { Facts, Fields, Reason } from '../../../core/model/index.ts';
import { type CoveredItem, titleOf } from '../../../core/sync/index.ts';
import type { Store } from '../store.ts';

interface Row {
  user_id: string;
  object: 'event' | 'email';
  remote_id: string;
  fields: Fields | null;
  facts: Facts;
  reached: boolean;
  reason: string | null;
}

/** Times of facts are ISO 8601 in UTC and compare as texts. What a series is made of counts, not the series. */
const seen = `
  SELECT o.user_id, o.object, o.remote_id, o.fields, o.facts, d.reason,
         EXISTS (SELECT 1 FROM link l WHERE l.user_id = o.user_id AND l.object = o.object AND l.outlook_id = o.remote_id
                    AND l.state = 'linked') AS reached
    FROM observation o
    LEFT JOIN decision d ON d.user_id = o.user_id AND d.side = o.side AND d.object = o.object AND d.remote_id = o.remote_id
   WHERE o.user_id = ANY ($1::uuid[]) AND o.side = 'outlook' AND o.object IN ('event', 'email') AND NOT o.removed
     AND o.facts->>'start' >= $2 AND o.facts->>'start' < $3 AND o.facts->>'type' IS DISTINCT FROM 'seriesMaster'
     AND (o.facts->>'cancelled') IS DISTINCT FROM 'true'`;

const mailboxes = `
  SELECT id, lower(email) AS email, coalesce(time_zone, 'UTC') AS zone FROM "user"
   WHERE kind = 'mailbox' AND ($1::uuid IS NULL OR id = $1) AND ($2::uuid IS NULL OR organization_id = $2) ORDER BY email`;

export interface CoverageMailbox {
  id: string;
  email: string;
  zone: string;
  items: CoveredItem[];
}

/** What coverage is computed from: meetings and mails of mailboxes in a time, and whether each has a record. */
export function coverageBooks(store: Store) {
  return {
    read: (
      customerId: string,
      of: { userId: string | null; organizationId: string | null },
      range: { from: string; until: string },
    ): Promise<CoverageMailbox[]> =>
      store.asCustomers([customerId], async ({ query }) => {
        const users = await query<{ id: string; email: string; zone: string }>(mailboxes, [of.userId, of.organizationId]);
        const rows = await query<Row>(seen, [users.map(({ id }) => id), range.from, range.until]);
        const byUser = Map.groupBy(rows, (row) => row.user_id);
        return users.map((user) => ({ ...user, items: (byUser.get(user.id) ?? []).map((row) => toItem(row, user.email)) }));
      }),
  };
}

/** Mails that nobody asked for and that are none of Salesforce's people: counted, and told to nobody. */
const unnamed: ReadonlySet<string> = new Set<Reason>(['no-match', 'excluded-by-user', 'excluded-by-admin']);

function toItem({ object, remote_id, fields, facts, reached, reason }: Row, own: string): CoveredItem {
  const people = new Set([...(facts.attendees ?? []), ...(facts.participants ?? []), ...(facts.organizer ? [facts.organizer] : [])]);
  people.delete(own);
  return {
    object,
    remoteId: remote_id,
    title: titleOf(fields) ?? null,
    at: facts.start ?? '',
    people: [...people],
    private: facts.private === true,
    unnamed: !reached && unnamed.has(reason ?? ''),
    reached,
    reason: reached ? null : reason,
  };
}
export type CoverageBooks = ReturnType<typeof coverageBooks>;
