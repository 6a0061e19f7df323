import type { ClaimedLane, Ids, Receipt } from '../../../core/sync/index.ts';
import type { Store } from '../store.ts';
import type { Transaction } from '../transaction.ts';
import { settleBooked } from './conflicts.ts';
import { type Books, gatherBooks } from './gather-books.ts';
import { inLane } from './in-lane.ts';
import { forgetItems, markPlanned } from './items.ts';
import { noteIssues } from './notes.ts';
import { putLinks } from './put-links.ts';
import { onlyCollections, putObservations } from './put-observations.ts';
import { type IntentRow, type LinkRow, toIntent, toLink } from './rows.ts';
import { wakeGiven } from './wake-given.ts';

/** Room 14: one transaction per answer of a provider; link, item, intent and journal change together or not at all. */
export async function saveReceipts(store: Store, ids: Ids, lane: ClaimedLane, receipts: readonly Receipt[]): Promise<void> {
  const at = receipts.at(-1)?.at;
  if (at === undefined) return;
  await inLane(store, lane, async (transaction) => {
    const sending = await loadSending(
      transaction,
      lane,
      receipts.map((receipt) => receipt.intentId),
    );
    const books = gatherBooks(receipts, sending, ids);
    await putLinks(transaction, lane, [...books.links.values()], at);
    await putObservations(transaction, lane, [...books.put.values()], at, await onlyCollections(transaction, lane));
    await forgetItems(transaction, lane, books.forget);
    if (books.unmade.length > 0) await transaction.execute(dropUnmade, [lane.userId, books.unmade]);
    await markPlanned(transaction, lane, books.replan, false);
    await settleIntents(transaction, lane, books, at);
    await settleBooked(transaction, [...books.links.keys()], at);
    if (books.journal.length > 0) {
      await transaction.execute(writeJournal, [lane.customerId, lane.userId, lane.sessionId, JSON.stringify(books.journal)]);
    }
    await noteIssues(transaction, lane, ids, books.issues, at);
    await wakeGiven(transaction, lane, books.given, at);
  });
}

async function loadSending({ query }: Transaction, lane: ClaimedLane, intentIds: readonly string[]) {
  const intents = await query<IntentRow>("SELECT * FROM intent WHERE id = ANY ($2::uuid[]) AND user_id = $1 AND state = 'sending'", [
    lane.userId,
    intentIds,
  ]);
  const links = await query<LinkRow>('SELECT * FROM link WHERE id = ANY ($1::uuid[])', [intents.map((row) => row.link_id)]);
  const byId = new Map(links.map((row) => [row.id, toLink(row)]));
  return new Map(
    intents.flatMap((row) => {
      const link = byId.get(row.link_id);
      return link ? [[row.id, { intent: toIntent(row), link }] as const] : [];
    }),
  );
}

async function settleIntents({ execute }: Transaction, lane: ClaimedLane, { done, others }: Books, at: string): Promise<void> {
  if (done.length > 0) {
    await execute(setDone, [done, at]);
    await execute(resolveDone, [lane.userId, done, at]);
  }
  if (others.length > 0) await execute(setOthers, [JSON.stringify(others), at]);
}

const setDone = "UPDATE intent SET state = 'done', error = NULL, not_before = NULL, updated_at = $2 WHERE id = ANY ($1::uuid[])";

const resolveDone = `
  UPDATE issue SET state = 'resolved', resolved_at = $3 WHERE user_id = $1 AND state <> 'resolved' AND intent_id = ANY ($2::uuid[])`;

const setOthers = `
  UPDATE intent i SET state = s.state, error = s.error, not_before = s.not_before, updated_at = $2
    FROM json_to_recordset($1::json) AS s(id uuid, state text, error jsonb, not_before timestamptz) WHERE i.id = s.id`;

const dropUnmade = "DELETE FROM link WHERE user_id = $1 AND id = ANY ($2::uuid[]) AND state = 'pending'";

const writeJournal = `
  INSERT INTO journal (id, customer_id, user_id, session_id, intent_id, link_id, side, object, remote_id, operation, before, after, undoes, origin, at)
  SELECT j.id, $1, $2, $3, j.intent_id, j.link_id, j.side, j.object, j.remote_id, j.operation, j.before, j.after, j.undoes, j.origin, j.at
    FROM json_to_recordset($4::json) AS j(id uuid, intent_id uuid, link_id uuid, side text, object text, remote_id text, operation text,
      before jsonb, after jsonb, undoes uuid, origin jsonb, at timestamptz)`;
