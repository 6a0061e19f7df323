import type { ClaimedLane, IssueNote } from '../../../core/sync/index.ts';
import type { Transaction } from '../transaction.ts';

const owners = `
  SELECT o.remote_id AS record, coalesce(w.email, o.facts->>'ownerId') AS owner FROM observation o
    JOIN "user" me ON me.id = $1
    LEFT JOIN "user" w ON w.customer_id = o.customer_id AND w.salesforce_org_id = me.salesforce_org_id AND w.salesforce_user_id = o.facts->>'ownerId'
   WHERE o.user_id = $1 AND o.side = 'salesforce' AND o.remote_id = ANY ($2::text[]) AND o.facts ? 'ownerId'
     AND o.facts->>'ownerId' IS DISTINCT FROM me.salesforce_user_id`;

/**
 * A record that this user may not see any more: the books know whose it was when it was last seen, and an issue names who can see to it. Where it
 * was the user's own, nobody knows.
 */
export async function nameOwners({ query }: Transaction, lane: ClaimedLane, notes: readonly IssueNote[]): Promise<readonly IssueNote[]> {
  const records = notes.flatMap(({ detail }) =>
    detail.code === 'not-visible' && typeof detail.record === 'string' ? [detail.record] : [],
  );
  if (records.length === 0) return notes;
  const rows = await query<{ record: string; owner: string }>(owners, [lane.userId, records]);
  const names = new Map(rows.map(({ record, owner }) => [record, owner]));
  return notes.map((note) => {
    const owner = names.get(String(note.detail.record));
    return owner === undefined ? note : { ...note, detail: { ...note.detail, owner } };
  });
}
