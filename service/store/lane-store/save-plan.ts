import { type Decision, type Intent, itemKey, type Link } from '../../../core/model/index.ts';
import type { ClaimedLane, Ids, PlanStep } from '../../../core/sync/index.ts';
import type { Store } from '../store.ts';
import type { Transaction } from '../transaction.ts';
import { putConflicts } from './conflicts.ts';
import { inLane } from './in-lane.ts';
import { forgetItems, markPlanned, resolveIssues } from './items.ts';
import { noteIssues } from './notes.ts';
import { putLinks } from './put-links.ts';
import { resolveBrake } from './resolve-brake.ts';

/** Everything one planning step decided, in one transaction of a few set statements, whatever its size. */
export async function savePlan(store: Store, ids: Ids, lane: ClaimedLane, step: PlanStep, at: string): Promise<void> {
  await inLane(store, lane, async (transaction) => {
    await putLinks(transaction, lane, step.links, at);
    await putIntents(transaction, lane, await supersede(transaction, lane, step, at), at);
    if (!step.beside) await dropOrphans(transaction, step.links, at);
    await putDecisions(transaction, lane, step.decisions, at);
    await resolveIssues(transaction, lane, step.resolves, at);
    await noteIssues(transaction, lane, ids, step.issues, at);
    await putConflicts(transaction, lane, ids, step, at);
    await markPlanned(transaction, lane, step.planned, true);
    await stripMails(transaction, lane, step.strip ?? []);
    await forgetItems(transaction, lane, step.forget);
  });
}

/** Without its version: what the next listing shows of it is news, as somebody on it may be known by then. */
const strip = `
  UPDATE observation SET version = '', fields = '{}', facts = jsonb_strip_nulls(jsonb_build_object('modifiedAt', facts->'modifiedAt', 'start', facts->'start')) || '{"keys": [], "unmatched": true}'
   WHERE user_id = $1 AND side = 'outlook' AND object = 'email' AND remote_id = ANY ($2::text[]) AND NOT facts ? 'unmatched'`;

async function stripMails({ execute }: Transaction, lane: ClaimedLane, mails: NonNullable<PlanStep['strip']>): Promise<void> {
  if (mails.length > 0) await execute(strip, [lane.userId, mails.map(({ remoteId }) => remoteId)]);
}

const dropReplaced = `
  UPDATE intent SET state = 'dropped', updated_at = $3
   WHERE user_id = $1 AND link_id = ANY ($2::uuid[]) AND (NOT $4 OR operation = 'update')
     AND state IN ('held', 'failed', 'proposed', 'pending')
  RETURNING link_id, side, operation, attempts`;

/**
 * What was decided anew takes the place of what still waits: a delete held for an answer must not go out after its item came back, nor a
 * write that was put off beside its successor. A create inherits the attempts of the one that it replaces, which may have got through.
 */
async function supersede(transaction: Transaction, lane: ClaimedLane, step: PlanStep, at: string): Promise<Intent[]> {
  const links = [...new Set([...step.links.map((link) => link.id), ...step.intents.map((intent) => intent.linkId)])];
  if (links.length === 0) return [...step.intents];
  type Dropped = { link_id: string; side: string; operation: string; attempts: number };
  const dropped = await transaction.query<Dropped>(dropReplaced, [lane.userId, links, at, step.beside === true]);
  if (dropped.length === 0) return [...step.intents];
  await resolveBrake(transaction, lane, at);
  const attempts = new Map(dropped.map((row) => [`${row.link_id} ${row.side} ${row.operation}`, row.attempts]));
  const tried = ({ linkId, side, operation }: Intent) => attempts.get(`${linkId} ${side} ${operation}`) ?? 0;
  return step.intents.map((intent) => (intent.operation === 'create' ? { ...intent, attempts: tried(intent) } : intent));
}

const insertIntents = `
  INSERT INTO intent (id, customer_id, user_id, session_id, link_id, side, object, operation, remote_id, key, expected_version, fields,
                      whole, before, recipients, state, attempts, error, undoes, origin, created_at, updated_at)
  SELECT f.id, $1, $2, $3, f.link_id, f.side, f.object, f.operation, f.remote_id, f.key, f.expected_version, f.fields, f.whole, f.before,
         f.recipients, f.state, f.attempts, f.error, f.undoes, f.origin, $5, $5
    FROM json_to_recordset($4::json)
      AS f(id uuid, link_id uuid, side text, object text, operation text, remote_id text, key text, expected_version text, fields jsonb,
           whole jsonb, before jsonb, recipients jsonb, state text, attempts int, error jsonb, undoes uuid, origin jsonb)`;

async function putIntents({ execute }: Transaction, lane: ClaimedLane, intents: readonly Intent[], at: string): Promise<void> {
  if (intents.length === 0) return;
  const rows = intents.map(({ linkId, remoteId, expectedVersion, ...intent }) => ({
    ...intent,
    link_id: linkId,
    remote_id: remoteId,
    expected_version: expectedVersion,
  }));
  await execute(insertIntents, [lane.customerId, lane.userId, lane.sessionId, JSON.stringify(rows), at]);
}

/** A link that ended takes what waits for it along: a held delete of a pair that was parted must never be released. */
async function dropOrphans({ execute }: Transaction, links: readonly Link[], at: string): Promise<void> {
  const ended = links.filter((link) => link.state === 'ended').map((link) => link.id);
  if (ended.length === 0) return;
  await execute(
    `UPDATE intent SET state = 'dropped', updated_at = $2
      WHERE link_id = ANY ($1::uuid[]) AND state IN ('proposed', 'pending', 'held', 'failed')`,
    [ended, at],
  );
}

const overwriteDecisions = `
  INSERT INTO decision (customer_id, user_id, session_id, side, object, remote_id, room, reason, action, inputs, at)
  SELECT $1, $2, $3, d.side, d.object, d.remote_id, d.room, d.reason, d.action, d.inputs, $5
    FROM json_to_recordset($4::json) AS d(side text, object text, remote_id text, room text, reason text, action text, inputs jsonb)
  ON CONFLICT (user_id, side, object, remote_id) DO UPDATE SET session_id = excluded.session_id, room = excluded.room,
    reason = excluded.reason, action = excluded.action, inputs = excluded.inputs, at = excluded.at`;

async function putDecisions({ execute }: Transaction, lane: ClaimedLane, decisions: readonly Decision[], at: string): Promise<void> {
  if (decisions.length === 0) return;
  const newest = new Map(decisions.map((decision) => [itemKey(decision), decision]));
  const rows = [...newest.values()].map(({ remoteId, ...decision }) => ({ ...decision, remote_id: remoteId }));
  await execute(overwriteDecisions, [lane.customerId, lane.userId, lane.sessionId, JSON.stringify(rows), at]);
}
