import type { Guest } from '../../../core/model/index.ts';
import type { ClaimedLane, Ids } from '../../../core/sync/index.ts';
import type { Transaction } from '../transaction.ts';

interface ListRow {
  id: string;
  salesforce_id: string;
  guests: Guest[] | null;
  guests_done: Guest[] | null;
}

const changed = `
  SELECT id, salesforce_id, guests, guests_done FROM link
   WHERE user_id = $1 AND id = ANY ($2::uuid[]) AND guests IS DISTINCT FROM guests_done`;

const putIntents = `
  INSERT INTO intent (id, customer_id, user_id, session_id, link_id, side, object, operation, remote_id, fields, recipients, state, attempts,
                      created_at, updated_at)
  SELECT g.intent_id, $1, $2, $3, g.link_id, 'salesforce', 'event', 'update', g.remote_id, g.after, '[]', 'done', 1, $5, $5
    FROM json_to_recordset($4::json) AS g(intent_id uuid, link_id uuid, remote_id text, after jsonb)`;

const putJournal = `
  INSERT INTO journal (id, customer_id, user_id, session_id, intent_id, link_id, side, object, remote_id, operation, before, after, at)
  SELECT g.id, $1, $2, $3, g.intent_id, g.link_id, 'salesforce', 'event', g.remote_id, 'update', g.before, g.after, $5
    FROM json_to_recordset($4::json) AS g(id uuid, intent_id uuid, link_id uuid, remote_id text, before jsonb, after jsonb)`;

/**
 * Who takes part, as it was and as it is, goes into the journal as a change of the meeting's record. An undo names it and
 * leaves it: whom a meeting has is decided in Outlook (features.md, decision 13), and the next plan would bring the list back.
 */
export async function journalGuests(
  { query, execute }: Transaction,
  lane: ClaimedLane,
  ids: Ids,
  linkIds: readonly string[],
  at: string,
): Promise<void> {
  const lists = await query<ListRow>(changed, [lane.userId, linkIds]);
  if (lists.length === 0) return;
  const rows = lists.map((list) => ({
    id: ids.next(),
    intent_id: ids.next(),
    link_id: list.id,
    remote_id: list.salesforce_id,
    before: { invitees: say(list.guests_done) },
    after: { invitees: say(list.guests) },
  }));
  const values = [lane.customerId, lane.userId, lane.sessionId, JSON.stringify(rows), at];
  await execute(putIntents, values);
  await execute(putJournal, values);
}

/** "bob@acme.example (accepted), kim@guest.example"; null for nobody. */
function say(guests: readonly Guest[] | null): string | null {
  const all = (guests ?? []).map(({ address, response }) => (response === 'none' ? address : `${address} (${response})`));
  return all.length > 0 ? all.join(', ') : null;
}
