import type { ClaimedLane, ClearBooks, Cleared, Ids } from '../../../core/sync/index.ts';
import { inLane } from '../lane-store/in-lane.ts';
import { eachGroup, forgetItems, markPlanned } from '../lane-store/items.ts';
import type { Store } from '../store.ts';
import type { Transaction } from '../transaction.ts';
import { firstId, madeItems } from './made-items.ts';

/**
 * A create that was tried may stand on its side. In Outlook it is looked for and booked before anything is cleared; in Salesforce, where clearing
 * writes nothing, the next run does so: without its intent the record would be taken for a person's new one, and come down a second time.
 */
const inDoubt = "operation = 'create' AND (state = 'sending' OR state = 'pending' AND attempts > 0)";
const dropWaiting = `
  UPDATE intent SET state = 'dropped', updated_at = $2
   WHERE user_id = $1 AND state IN ('proposed', 'pending', 'sending', 'held', 'failed')
     AND NOT (${inDoubt})`;

const renew = `
  UPDATE link SET state = 'pending', base_outlook = NULL, base_salesforce = NULL, outlook_version = NULL, salesforce_version = NULL,
         made_by_us = CASE WHEN made_by_us = 'outlook' THEN NULL ELSE made_by_us END, writes = '[]', updated_at = $2`;

const writeJournal = `
  INSERT INTO journal (id, customer_id, user_id, session_id, intent_id, link_id, side, object, remote_id, operation, before, after, at)
  SELECT j.id, $1, $2, $3, j.id, j.link_id, 'outlook', j.object, j.remote_id, 'delete', j.before, NULL, $5
    FROM json_to_recordset($4::json) AS j(id uuid, link_id uuid, object text, remote_id text, before jsonb)`;

/** The books while a mailbox is cleared: the port ClearBooks of core/sync. */
export function clearBooks(store: Store, ids: Ids): ClearBooks {
  return {
    dropWaiting: (lane, at) => inLane(store, lane, async ({ execute }) => void (await execute(dropWaiting, [lane.userId, at]))),
    made: (lane, limit) => store.asCustomers([lane.customerId], (transaction) => madeItems(transaction, lane.userId, firstId, limit)),
    saveCleared: (lane, items, at) => inLane(store, lane, (transaction) => saveCleared(transaction, ids, lane, items, at)),
    forgetAgreements: (lane, at) => inLane(store, lane, (transaction) => forgetAgreements(transaction, lane, at)),
    forgetPiece: (lane, kind) =>
      inLane(store, lane, async ({ execute }) => {
        await execute('DELETE FROM customization WHERE user_id = $1 AND kind = $2', [lane.userId, kind]);
      }),
  };
}

/**
 * What is gone leaves no pair behind: an ended one would keep its record from coming down again. What stays keeps its pair without anything
 * that was agreed, so that it is compared afresh and never made twice.
 */
async function saveCleared(transaction: Transaction, ids: Ids, lane: ClaimedLane, items: readonly Cleared[], at: string): Promise<void> {
  const { execute } = transaction;
  const kept = items.filter((item) => !item.removed).map((item) => item.link.id);
  if (kept.length > 0) await execute(`${renew} WHERE user_id = $1 AND id = ANY ($3::uuid[])`, [lane.userId, at, kept]);
  const gone = items.flatMap((item) => (item.removed ? [item] : []));
  if (gone.length === 0) return;
  const rows = gone.map(({ link, remoteId, before }) => ({
    id: ids.next(),
    link_id: link.id,
    object: link.object,
    remote_id: remoteId,
    before,
  }));
  const links = gone.map(({ link }) => link.id);
  await execute(writeJournal, [lane.customerId, lane.userId, lane.sessionId, JSON.stringify(rows), at]);
  await execute('DELETE FROM link WHERE user_id = $1 AND id = ANY ($2::uuid[])', [lane.userId, links]);
  await execute(
    "UPDATE conflict SET state = 'overtaken', settled_at = $2 WHERE link_id = ANY ($1::uuid[]) AND state IN ('waiting', 'answered', 'applying')",
    [links, at],
  );
  const mine = gone.map(({ link, remoteId }) => ({ side: 'outlook' as const, object: link.object, remoteId }));
  await forgetItems(transaction, lane, mine);
  const records = gone.flatMap(({ link }) =>
    link.salesforceId === null ? [] : [{ side: 'salesforce' as const, object: link.object, remoteId: link.salesforceId }],
  );
  await markPlanned(transaction, lane, records, false);
  await eachGroup(mine, async (side, object, remoteIds) => {
    await execute('DELETE FROM decision WHERE user_id = $1 AND side = $2 AND object = $3 AND remote_id = ANY ($4::text[])', [
      lane.userId,
      side,
      object,
      remoteIds,
    ]);
  });
}

async function forgetAgreements({ execute }: Transaction, { userId }: ClaimedLane, at: string): Promise<number> {
  await execute("DELETE FROM link WHERE user_id = $1 AND state = 'pending' AND made_by_us = 'outlook' AND outlook_id IS NULL", [userId]);
  const both = 'user_id = $1 AND outlook_id IS NOT NULL AND salesforce_id IS NOT NULL';
  const pairs = await execute(`${renew} WHERE ${both} AND state <> 'ended'`, [userId, at]);
  await execute(
    `UPDATE intent SET state = 'dropped', updated_at = $2 WHERE user_id = $1 AND state IN ('proposed', 'pending', 'sending', 'held', 'failed')
        AND NOT (side = 'salesforce' AND ${inDoubt})`,
    [userId, at],
  );
  await execute("UPDATE issue SET state = 'resolved', resolved_at = $2 WHERE user_id = $1 AND state <> 'resolved'", [userId, at]);
  await execute(
    "UPDATE conflict SET state = 'overtaken', settled_at = $2 WHERE user_id = $1 AND state IN ('waiting', 'answered', 'applying')",
    [userId, at],
  );
  await execute('UPDATE observation SET planned = false WHERE user_id = $1 AND planned', [userId]);
  await execute("UPDATE collection SET phase = 'baseline', cursor = NULL, generation = generation + 1 WHERE user_id = $1", [userId]);
  return pairs;
}
