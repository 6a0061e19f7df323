import type { Decision, FieldValue, Link, ObjectKind, Observation, Side } from '../../../core/model/index.ts';
import { otherSide } from '../../../core/model/index.ts';
import type { LeadRecord, PlanUnit } from '../../../core/sync/index.ts';
import { laneFacts } from '../lane-desk/lane-facts.ts';
import { observationColumns } from '../lane-store/put-observations.ts';
import { type LinkRow, type ObservationRow, toLink, toObservation } from '../lane-store/rows.ts';
import type { Store } from '../store.ts';
import type { Transaction } from '../transaction.ts';
import { meetingReads } from './meeting-reads.ts';

type Mailbox = { customerId: string; userId: string };
type Ref = { side: Side; object: ObjectKind; remoteId: string };

/** What stands against an item and waits or was answered: the gate's and the provider's part of "Why?". */
export interface ItemIssue {
  reason: string;
  state: 'open' | 'answered';
  detail: Readonly<Record<string, unknown>>;
}

/** A line of a search among a user's items. */
export interface FoundItem {
  side: Side;
  object: ObjectKind;
  remoteId: string;
  fields: Readonly<Record<string, FieldValue>> | null;
  reason: string | null;
  action: string | null;
  linked: boolean;
}

const one = `SELECT ${observationColumns} FROM observation WHERE user_id = $1 AND side = $2 AND object = $3 AND remote_id = $4`;
const linkOf = (side: Side) =>
  `SELECT * FROM link WHERE user_id = $1 AND object = $2 AND ${side}_id = $3 ORDER BY state = 'ended', updated_at DESC LIMIT 1`;
const links = { outlook: linkOf('outlook'), salesforce: linkOf('salesforce') };
const knownAs = (side: Side) =>
  `SELECT 1 FROM observation WHERE user_id = $1 AND side = '${side}' AND object = $2 AND remote_id = $3
    UNION ALL SELECT 1 FROM link WHERE user_id = $1 AND object = $2 AND ${side}_id = $3 LIMIT 1`;
const known = { outlook: knownAs('outlook'), salesforce: knownAs('salesforce') };
const issuesOf = `
  SELECT reason, state, detail FROM issue
   WHERE user_id = $1 AND state <> 'resolved' AND object = $3
     AND ((side = $2 AND remote_id = $4) OR link_id = $5 OR (remote_id IS NULL AND reason = 'delete-brake' AND EXISTS (
       SELECT 1 FROM intent i WHERE i.link_id = $5 AND i.state = 'held' AND i.operation = 'delete' AND i.side = issue.side)))
   ORDER BY last_seen_at DESC`;

const found = `o.side, o.object, o.remote_id AS "remoteId", o.fields, d.reason, d.action,
         EXISTS (SELECT 1 FROM link l WHERE l.user_id = $1 AND l.object = o.object AND l.state = 'linked'
                    AND CASE o.side WHEN 'outlook' THEN l.outlook_id ELSE l.salesforce_id END = o.remote_id) AS linked
    FROM observation o
    LEFT JOIN decision d ON d.user_id = $1 AND d.side = o.side AND d.object = o.object AND d.remote_id = o.remote_id`;

/** As leadNote (core/sync/leads) has left them. */
const leadsOf = `
  SELECT inputs->'lead' AS names, inputs->'leadIds' AS ids, inputs->'leadAddresses' AS addresses FROM decision
   WHERE user_id = $1 AND side = $2 AND object = $3 AND remote_id = $4 AND reason = 'open-lead'`;
type LeadRow = Readonly<Record<'names' | 'ids' | 'addresses', readonly string[] | null>>;

/** As long as the decision of its making is the newest it tells all; the journal keeps the account itself. */
const accountOf = `
  SELECT d.inputs, (SELECT j.after->>'accountId' FROM journal j
                     WHERE j.link_id = $5 AND j.side = 'salesforce' AND j.operation = 'create' ORDER BY j.at DESC LIMIT 1) AS id
    FROM (SELECT 1) one LEFT JOIN decision d
      ON d.user_id = $1 AND d.side = $2 AND d.object = $3 AND d.remote_id = $4 AND d.reason = 'new-on-outlook'`;
const accountWords = ['account', 'accountId', 'accountBy', 'noAccount', 'accounts'];
type AccountRow = { inputs: Decision['inputs'] | null; id: string | null };

const savedByHand = 'SELECT 1 FROM saved_item WHERE user_id = $1 AND object = $2 AND remote_id = $3';
const folders = "SELECT remote_id AS id, name FROM collection WHERE user_id = $1 AND side = 'outlook'";

const named = `SELECT ${found} WHERE o.user_id = $1 AND o.object = $2 AND o.remote_id = ANY ($3::text[]) AND NOT o.removed`;

const address = `
  SELECT s.instance_url AS url FROM "user" u JOIN salesforce_org s ON s.customer_id = u.customer_id AND s.org_id = u.salesforce_org_id
   WHERE u.id = $1`;

/**
 * The stored item of either side that carries a wanted text in its name, subject, address or company, or is named by its very id. Who is on a
 * private meeting tells what it is about, so by them it is not found.
 */
const search = `
  SELECT ${found}
   WHERE o.user_id = $1 AND NOT o.removed AND ($2::text IS NULL OR o.object = $2)
     AND (o.remote_id = $4 OR lower(concat_ws(' ', o.fields->>'givenName', o.fields->>'surname', o.fields->>'subject', o.fields->>'email',
            o.fields->>'companyName', CASE WHEN o.facts->>'private' = 'true' THEN NULL
              ELSE concat_ws(' ', o.facts->>'organizer', o.facts->>'attendees') END)) LIKE $3)
     AND ($6::text IS NULL OR (o.side || o.object || o.remote_id) > $6)
   ORDER BY o.side || o.object || o.remote_id LIMIT $5`;

/** What the books hold of single items, for people: "Why?" and the search for it. */
export function itemBooks(store: Store) {
  return {
    meetings: meetingReads(store),
    /** The mailbox as a lane finds it, without claiming it. */
    facts: ({ customerId, userId }: Mailbox) => store.asCustomers([customerId], (transaction) => laneFacts(transaction, userId)),
    /** The planner's unit around an item, as the next run would take it up; null where Lockstep never saw the item. */
    unit: ({ customerId, userId }: Mailbox, ref: Ref) =>
      store.asCustomers([customerId], (transaction) => unitAround(transaction, userId, ref)),
    /** Whether anything stands in the books under this very id. */
    knows: async ({ customerId, userId }: Mailbox, { side, object, remoteId }: Ref): Promise<boolean> =>
      (await store.asCustomers([customerId], ({ execute }) => execute(known[side], [userId, object, remoteId]))) > 0,
    issues: ({ customerId, userId }: Mailbox, ref: Ref, linkId: string | null): Promise<ItemIssue[]> =>
      store.asCustomers([customerId], ({ query }) => query<ItemIssue>(issuesOf, [userId, ref.side, ref.object, ref.remoteId, linkId])),
    /** The open leads because of which a contact was left. */
    leads: async ({ customerId, userId }: Mailbox, ref: Ref): Promise<LeadRecord[]> => {
      const values = [userId, ref.side, ref.object, ref.remoteId];
      const [row] = await store.asCustomers([customerId], ({ query }) => query<LeadRow>(leadsOf, values));
      return (row?.ids ?? []).map((id, place) => {
        return { id, name: row?.names?.[place] ?? id, address: row?.addresses?.[place] ?? '', open: true, contactId: null };
      });
    },
    /** What was said of the account of the record that was made of this contact; null where nothing was. */
    account: async ({ customerId, userId }: Mailbox, ref: Ref, linkId: string): Promise<Decision['inputs'] | null> => {
      const values = [userId, ref.side, ref.object, ref.remoteId, linkId];
      const [row] = await store.asCustomers([customerId], ({ query }) => query<AccountRow>(accountOf, values));
      const said = Object.entries(row?.inputs ?? {}).filter(([name]) => accountWords.includes(name));
      if (said.length > 0) return Object.fromEntries(said);
      return row?.id ? { accountId: row.id } : null;
    },
    saved: async ({ customerId, userId }: Mailbox, ref: Ref): Promise<boolean> => {
      const rows = await store.asCustomers([customerId], ({ query }) => query(savedByHand, [userId, ref.object, ref.remoteId]));
      return rows.length > 0;
    },
    folders: async ({ customerId, userId }: Mailbox): Promise<Map<string, string>> => {
      const rows = await store.asCustomers([customerId], ({ query }) => query<{ id: string; name: string }>(folders, [userId]));
      return new Map(rows.map(({ id, name }) => [id, name]));
    },
    byId: (wall: readonly string[], userId: string, object: string, ids: readonly string[]): Promise<FoundItem[]> =>
      store.asCustomers(wall, ({ query }) => query<FoundItem>(named, [userId, object, ids])),
    salesforceAddress: async (wall: readonly string[], userId: string): Promise<string | null> => {
      const [row] = await store.asCustomers(wall, ({ query }) => query<{ url: string }>(address, [userId]));
      return row?.url ?? null;
    },
    search: (
      wall: readonly string[],
      userId: string,
      ask: { q: string; object?: string | undefined; after?: string | undefined; limit: number },
    ): Promise<FoundItem[]> => {
      const like = `%${ask.q.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`;
      const values = [userId, ask.object ?? null, like, ask.q, ask.limit, ask.after ?? null];
      return store.asCustomers(wall, ({ query }) => query<FoundItem>(search, values));
    },
  };
}

async function unitAround(transaction: Transaction, userId: string, ref: Ref): Promise<PlanUnit | null> {
  const item = await observed(transaction, userId, ref);
  if (!item) return null;
  const [row] = await transaction.query<LinkRow>(links[ref.side], [userId, ref.object, ref.remoteId]);
  const link: Link | null = row ? toLink(row) : null;
  const partnerId = ref.side === 'outlook' ? link?.salesforceId : link?.outlookId;
  const side = otherSide(ref.side);
  const live = link !== null && link.state !== 'ended' && partnerId;
  const partner = live ? await observed(transaction, userId, { side, object: ref.object, remoteId: partnerId }) : null;
  const [outlook, salesforce] = ref.side === 'outlook' ? [item, partner] : [partner, item];
  return { object: ref.object, link, outlook, salesforce };
}

async function observed({ query }: Transaction, userId: string, ref: Ref): Promise<Observation | null> {
  const [row] = await query<ObservationRow>(one, [userId, ref.side, ref.object, ref.remoteId]);
  return row ? toObservation(row) : null;
}
