import type { IssueAnswer, ObjectKind, Side } from '../../../core/model/index.ts';
import { nudge } from '../lane-desk/nudge.ts';
import { keepSeries } from '../lane-store/items.ts';
import { type Acting, recordAct } from '../record/index.ts';
import type { Store } from '../store.ts';
import type { Transaction } from '../transaction.ts';

/** An answer; of several candidates the one that was chosen, or none. service/http's IssueReply satisfies it. */
export type IssueReply = IssueAnswer | 'create-new' | { choose: string };

interface IssueRow {
  customer_id: string;
  user_id: string;
  object: ObjectKind | null;
  side: Side | null;
  remote_id: string | null;
  link_id: string | null;
  intent_id: string | null;
  reason: string;
}

const take = `
  UPDATE issue SET state = 'answered', answer = $2, answered_by = $3, answered_at = $4 WHERE id = $1 AND state = 'open'
  RETURNING customer_id, user_id, object, side, remote_id, link_id, intent_id, reason`;

/** A person's answer, what follows from it, and the nudge that makes it so. False where somebody was quicker. */
export function answerIssue(
  store: Store,
  ids: { next(): string },
  wall: readonly string[],
  id: string,
  reply: IssueReply,
  act: Acting,
): Promise<boolean> {
  return store.asCustomers(wall, async (transaction) => {
    const answer = typeof reply === 'string' ? reply : 'choose';
    const [issue] = await transaction.query<IssueRow>(take, [id, answer, act.actor?.email ?? null, act.at]);
    if (!issue) return false;
    await follow(transaction, issue, reply, act);
    await nudge(transaction, issue.user_id, act.at);
    await recordAct(store, ids, transaction, act, {
      customerId: issue.customer_id,
      userId: issue.user_id,
      action: `answer issue: ${answer}`,
      targetKind: 'issue',
      targetId: id,
      before: { state: 'open', reason: issue.reason },
      after: { state: 'answered', answer },
      announcements: [{ kind: 'issue.resolved', userId: issue.user_id, data: { issueId: id, reason: issue.reason } }],
    });
    return true;
  });
}

async function follow(transaction: Transaction, issue: IssueRow, reply: IssueReply, act: Acting): Promise<void> {
  if (typeof reply !== 'string') await choose(transaction, issue, reply.choose, act);
  else if (reply === 'allow') await release(transaction, issue, act.at);
  else if (reply === 'refuse') await refuse(transaction, issue, act.at);
  else if (reply === 'retry') await replan(transaction, issue);
  else if (reply === 'create-new') await choose(transaction, issue, null, act);
}

/** Remembered for good: the item may be read and planned many times before it is linked. */
async function choose(transaction: Transaction, issue: IssueRow, partnerId: string | null, act: Acting): Promise<void> {
  await transaction.execute(
    `INSERT INTO partner_choice (customer_id, user_id, side, object, remote_id, partner_id, chosen_by, chosen_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (user_id, side, object, remote_id) DO UPDATE SET partner_id = excluded.partner_id, chosen_by = excluded.chosen_by,
       chosen_at = excluded.chosen_at`,
    [issue.customer_id, issue.user_id, issue.side, issue.object, issue.remote_id, partnerId, act.actor?.email ?? null, act.at],
  );
  await replan(transaction, issue);
}

/**
 * The held writes that an issue asks about: its own intent, or with the delete brake all deletes of that side and object, but for those that
 * would mail people and are asked about by themselves.
 */
const heldBy = `user_id = $1 AND state = 'held'
   AND CASE WHEN $2::uuid IS NOT NULL THEN id = $2 ELSE operation = 'delete' AND side = $3 AND object = $4
     AND NOT EXISTS (SELECT 1 FROM issue q WHERE q.user_id = $1 AND q.intent_id = intent.id AND q.state = 'open') END`;

const valuesOf = (issue: IssueRow) => [issue.user_id, issue.intent_id, issue.side, issue.object];

async function release({ execute }: Transaction, issue: IssueRow, at: string): Promise<void> {
  await execute(`UPDATE intent SET state = 'pending', updated_at = $5 WHERE ${heldBy}`, [...valuesOf(issue), at]);
}

/**
 * A delete that is refused ends the link: both sides stay as they are, and what was deleted is not asked about again. An update that is
 * refused is agreed to differ: its values become the base of the side they come from, so that only a new edit is asked about.
 */
async function refuse({ query, execute }: Transaction, issue: IssueRow, at: string): Promise<void> {
  const dropped = await query<{ id: string; link_id: string; operation: string }>(
    `UPDATE intent SET state = 'dropped', updated_at = $5 WHERE ${heldBy} RETURNING id, link_id, operation`,
    [...valuesOf(issue), at],
  );
  const updates = dropped.filter((row) => row.operation === 'update').map((row) => row.id);
  if (updates.length > 0) for (const text of agreeToDiffer) await execute(text, [updates, at]);
  const parted = dropped.filter((row) => row.operation === 'delete').map((row) => row.link_id);
  if (parted.length === 0) return;
  const ended = await query<{ outlook_id: string | null; salesforce_id: string | null }>(
    `UPDATE link SET state = 'ended', updated_at = $2 WHERE id = ANY ($1::uuid[]) RETURNING outlook_id, salesforce_id`,
    [parted, at],
  );
  for (const side of ['outlook', 'salesforce'] as const) {
    const remoteIds = ended.flatMap((link) => (side === 'outlook' ? link.outlook_id : link.salesforce_id) ?? []);
    if (side === 'outlook' && issue.object === 'event') await execute(keepSeries, [issue.user_id, remoteIds]);
    await execute('DELETE FROM observation WHERE user_id = $1 AND side = $2 AND object = $3 AND remote_id = ANY ($4::text[]) AND removed', [
      issue.user_id,
      side,
      issue.object,
      remoteIds,
    ]);
    // What stays has been stored as our own echo, perhaps never planned: the next run says of it why it is alone.
    await execute(
      'UPDATE observation SET planned = false WHERE user_id = $1 AND side = $2 AND object = $3 AND remote_id = ANY ($4::text[])',
      [issue.user_id, side, issue.object, remoteIds],
    );
  }
}

const differ = (target: Side, source: Side) => `
  UPDATE link l SET base_${source} = coalesce(l.base_${source}, '{}') || i.fields, updated_at = $2 FROM intent i
   WHERE i.id = ANY ($1::uuid[]) AND i.side = '${target}' AND i.fields IS NOT NULL AND l.id = i.link_id`;
const agreeToDiffer = [differ('outlook', 'salesforce'), differ('salesforce', 'outlook')];

/** Only this item is read anew and planned again; the planner replaces what had failed. */
async function replan({ query, execute }: Transaction, issue: IssueRow): Promise<void> {
  const [link] = await query<{ outlook_id: string | null; salesforce_id: string | null }>(
    'SELECT outlook_id, salesforce_id FROM link WHERE id = $1',
    [issue.link_id],
  );
  const items: [Side | null, string | null | undefined][] = [
    [issue.side, issue.remote_id],
    ['outlook', link?.outlook_id],
    ['salesforce', link?.salesforce_id],
  ];
  for (const [side, remoteId] of items) {
    if (!side || !remoteId) continue;
    await execute(
      'UPDATE observation SET planned = false, asked = true WHERE user_id = $1 AND side = $2 AND object = $3 AND remote_id = $4',
      [issue.user_id, side, issue.object, remoteId],
    );
  }
}
