import type { Guest } from '../../../core/model/index.ts';
import type { ClaimedLane, Ids, LaneStore, MeetingClaim, PreviewReads } from '../../../core/sync/index.ts';
import type { Store } from '../store.ts';
import type { Transaction } from '../transaction.ts';
import { inLane } from './in-lane.ts';
import { journalGuests } from './journal-guests.ts';
import { noteIssues } from './notes.ts';
import { refused, wants } from './source-meetings.ts';

type Meetings = Pick<LaneStore, 'claimMeetings' | 'guestsDue' | 'saveGuests'> & Pick<PreviewReads, 'meetingClaims'>;

type Reader = Pick<ClaimedLane, 'customerId' | 'userId'>;

/** What concerns meetings that several mailboxes know: who brings them, and who takes part. */
export function meetings(store: Store, ids: Ids): Meetings {
  return {
    claimMeetings: (lane, keys, at) => claimMeetings(store, lane, keys, at),
    meetingClaims: (lane, keys, at) => readMeetingClaims(store, lane, keys, at),
    guestsDue: (lane, limit, after) => guestsDue(store, lane, limit, after),
    saveGuests: (lane, { settled, issues }, at) =>
      inLane(store, lane, async (transaction) => {
        const refused = new Set(issues.map((issue) => issue.linkId));
        const done = settled.filter((id) => !refused.has(id));
        await journalGuests(transaction, lane, ids, done, at);
        await transaction.execute('UPDATE link SET guests_done = guests, updated_at = $3 WHERE user_id = $1 AND id = ANY ($2::uuid[])', [
          lane.userId,
          settled,
          at,
        ]);
        await noteIssues(transaction, lane, ids, issues, at);
      }),
  };
}

/** So long a mailbox has a meeting without a record of it: longer than a run takes. */
const patience = 60 * 60_000;

/** A record that Salesforce did not let go is offered again a day later: sharing may have changed. */
const dayBefore = (at: string): string => new Date(Date.parse(at) - 24 * 60 * 60_000).toISOString();

interface Holder {
  key: string;
  user_id: string;
  address: string;
  kind: string;
  syncs: boolean;
  linked: boolean;
  /** Whoever asks has a record of it. */
  mine_linked: boolean;
  /** The holder has the meeting in the calendar and found no record of it that is the own. */
  wants: boolean;
  salesforce_user: string | null;
  claimed_at: Date;
}

const holders = `
  SELECT m.key, m.user_id, u.kind, u.salesforce_user_id AS salesforce_user, lower(u.mailbox_address) AS address, m.claimed_at,
         m.user_id <> $4 AND ${wants('m')} AND NOT ${refused('$4', 'm.key', '$5')} AS wants,
         u.synchronization_enabled AND o.enabled AND p.enabled AND u.salesforce_org_id IS NOT DISTINCT FROM m.org_id AS syncs,
         EXISTS (SELECT 1 FROM link l WHERE l.customer_id = $1 AND l.object = 'event' AND l.state <> 'ended' AND l.key = m.key
                    AND l.user_id = m.user_id) AS linked,
         EXISTS (SELECT 1 FROM link l WHERE l.customer_id = $1 AND l.object = 'event' AND l.state = 'linked' AND l.key = m.key
                    AND l.user_id = $4) AS mine_linked
    FROM meeting m
    JOIN "user" u ON u.id = m.user_id
    JOIN organization o ON o.id = u.organization_id
    JOIN plan p ON p.id = u.plan_id
   WHERE m.customer_id = $1 AND m.org_id = $2 AND m.key = ANY ($3::text[])`;

/** An entry that is there is written as it is: that locks it until the commit, whoever has it. */
const insert = `
  INSERT INTO meeting (customer_id, org_id, key, user_id, claimed_at)
  SELECT $1, $2, k, $3, $5 FROM unnest($4::text[]) AS k ON CONFLICT (customer_id, org_id, key) DO UPDATE SET claimed_at = meeting.claimed_at`;

const takeOver = `
  UPDATE meeting SET user_id = $3, claimed_at = $5 WHERE customer_id = $1 AND org_id = $2 AND key = ANY ($4::text[])`;

const made = `
  SELECT l.key, bool_or(u.kind <> 'mailbox' AND u.synchronization_enabled AND l.state = 'linked') AS team
    FROM link l JOIN "user" u ON u.id = l.user_id
   WHERE l.customer_id = $1 AND l.object = 'event' AND (l.state = 'linked' OR (l.state = 'paused' AND u.kind <> 'mailbox')) AND l.key = ANY ($4::text[]) AND l.user_id <> $3
     AND l.salesforce_id IS NOT NULL AND u.salesforce_org_id = $2 GROUP BY l.key`;

function claimMeetings(store: Store, lane: ClaimedLane, keys: readonly string[], at: string): Promise<MeetingClaim[]> {
  return inLane(store, lane, async (transaction) => {
    // In one order everywhere, so that two lanes with the same meetings never wait for each other crosswise.
    const wanted = [...new Set(keys)].sort();
    const { org } = await ownOf(transaction, lane);
    await transaction.execute(insert, [lane.customerId, org, lane.userId, wanted, at]);
    const claims = await readClaims(transaction, lane, wanted, at);
    const mine = claims.filter((claim) => claim.mine).map((claim) => claim.key);
    await transaction.execute(takeOver, [lane.customerId, org, lane.userId, mine, at]);
    return claims;
  });
}

/** What stands now, for whoever claims nothing. */
export const readMeetingClaims = (store: Store, reader: Reader, keys: readonly string[], at: string): Promise<MeetingClaim[]> =>
  store.asCustomers([reader.customerId], (transaction) => readClaims(transaction, reader, keys, at));

/** What stands now, a claim that is over counting as none. */
async function readClaims(transaction: Transaction, lane: Reader, keys: readonly string[], at: string): Promise<MeetingClaim[]> {
  const { query } = transaction;
  const { org, kind } = await ownOf(transaction, lane);
  const held = await query<Holder>(holders, [lane.customerId, org, keys, lane.userId, dayBefore(at)]);
  const kept = new Map(held.filter((holder) => holds(holder, { ...lane, kind }, at)).map((holder) => [holder.key, holder]));
  const mine = keys.filter((key) => !kept.has(key));
  const records = mine.length > 0 ? await query<{ key: string; team: boolean }>(made, [lane.customerId, org, lane.userId, mine]) : [];
  const there = new Map(records.map((row) => [row.key, row.team]));
  const wanting = new Map(held.filter((holder) => holder.syncs && holder.mine_linked && holder.wants).map((one) => [one.key, one]));
  return keys.map((key) => ({
    key,
    mine: !kept.has(key),
    carrier: kept.get(key)?.address ?? null,
    made: there.has(key),
    team: kind === 'mailbox' && there.get(key) === true,
    wanted: kind === 'mailbox' ? null : (wanting.get(key)?.salesforce_user ?? null),
  }));
}

async function ownOf({ query }: Transaction, lane: Reader): Promise<{ org: string; kind: string }> {
  const [own] = await query<{ org: string | null; kind: string }>('SELECT salesforce_org_id AS org, kind FROM "user" WHERE id = $1', [
    lane.userId,
  ]);
  return { org: own?.org ?? '', kind: own?.kind ?? 'mailbox' };
}

/**
 * Another mailbox has it: one that syncs, and has a record of it or is just about to. Before a person's mailbox a Team's calendar does not hold; and
 * one that has the record itself goes on until somebody else has it, too.
 */
function holds(holder: Holder, asking: { userId: string; kind: string }, at: string): boolean {
  if (holder.user_id === asking.userId || !holder.syncs) return false;
  if (asking.kind === 'mailbox' && holder.kind !== 'mailbox') return false;
  if (asking.kind !== 'mailbox' && holder.mine_linked) return holder.linked;
  return holder.linked || holder.claimed_at.getTime() > Date.parse(at) - patience;
}

/**
 * Two halves, an index each. `hides`: who is on the list of a meeting that is private now. They go whoever put them there: an imported ledger, or
 * a pair that was tied anew, may not know that it was us. And who took a record on from another mailbox (docs/decisions/0031) has what that one put
 * there for his own.
 */
const unlike = (which: string) => `
  SELECT l.id AS "linkId", l.salesforce_id AS "recordId", l.guests, coalesce(l.guests_done, former.guests_done) AS before, l.redaction IS NOT NULL AS hidden,
         o.facts->'attendees' AS hides, o.facts->>'organizer' AS organizer
    FROM link l
    LEFT JOIN observation o ON o.user_id = $1 AND o.side = 'outlook' AND o.object = 'event' AND o.remote_id = l.outlook_id
     AND o.facts->>'private' = 'true'
    LEFT JOIN LATERAL (
      SELECT y.guests_done FROM link y
       WHERE y.customer_id = l.customer_id AND y.object = 'event' AND y.state <> 'ended' AND y.key = l.key
         AND y.salesforce_id = l.salesforce_id AND y.user_id <> $1 AND y.guests_done IS NOT NULL
       ORDER BY y.updated_at DESC, y.id LIMIT 1) former ON l.guests_done IS NULL
   WHERE l.user_id = $1 AND ${which} AND l.guests IS DISTINCT FROM l.guests_done AND l.object = 'event' AND l.salesforce_id IS NOT NULL
     AND l.guests IS NOT NULL AND ($3::uuid IS NULL OR l.id > $3)`;
const due = `${unlike("l.state = 'linked'")} UNION ALL ${unlike("l.state <> 'linked' AND l.redaction IS NOT NULL")} ORDER BY "linkId" LIMIT $2`;

interface DueRow {
  linkId: string;
  recordId: string;
  guests: Guest[];
  before: Guest[] | null;
  hidden: boolean;
  hides: string[] | null;
  organizer: string | null;
}

async function guestsDue(store: Store, lane: ClaimedLane, limit: number, after: string | null) {
  const rows = await store.asCustomers([lane.customerId], ({ query }: Transaction) => query<DueRow>(due, [lane.userId, limit, after]));
  return rows.map(({ hides, organizer, ...row }) => {
    const named = [...(hides ?? []), ...(organizer === null ? [] : [organizer])];
    return { ...row, before: [...(row.before ?? []), ...named.map((address): Guest => ({ address, response: 'none' }))] };
  });
}
