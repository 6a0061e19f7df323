import type { ConflictKeep } from '../../../core/model/index.ts';
import { nudge } from '../lane-desk/nudge.ts';
import { type Acting, recordAct } from '../record/index.ts';
import type { Store } from '../store.ts';

/** What is decided already may be turned round; what is on its way, or pointless by now, may not. The base is kept only where there is one. */
const take = `
  UPDATE conflict SET state = 'answered', winner = $3, decided_by = 'person', answered_by = $4, settled_at = NULL
   WHERE user_id = $1 AND id = ANY ($2::uuid[]) AND state IN ('waiting', 'decided', 'settled') AND ($3 <> 'base' OR has_base)
     AND winner IS DISTINCT FROM $3
  RETURNING id, object, field, outlook_id, salesforce_id`;

const replan = (side: 'outlook' | 'salesforce') => `
  UPDATE observation SET planned = false WHERE user_id = $1 AND side = '${side}' AND remote_id = ANY ($2::text[])`;

interface Taken {
  id: string;
  object: string;
  field: string;
  outlook_id: string;
  salesforce_id: string;
}

/**
 * A person's choice for these fields. Only their items are planned again, and the mailbox becomes due now. Answers how many were taken: those
 * that somebody else answered meanwhile are not. The audit entry names fields, never values.
 */
export function answerConflicts(
  store: Store,
  ids: { next(): string },
  wall: readonly string[],
  customerId: string,
  ask: { userId: string; ids: readonly string[]; keep: ConflictKeep },
  act: Acting,
): Promise<number> {
  return store.asCustomers(wall, async (transaction) => {
    const { query, execute } = transaction;
    const taken = await query<Taken>(take, [ask.userId, ask.ids, ask.keep, act.actor?.email ?? null]);
    const [first] = taken;
    if (!first) return 0;
    const idsOf = { outlook: taken.map((row) => row.outlook_id), salesforce: taken.map((row) => row.salesforce_id) };
    for (const side of ['outlook', 'salesforce'] as const) await execute(replan(side), [ask.userId, idsOf[side]]);
    await nudge(transaction, ask.userId, act.at);
    await recordAct(store, ids, transaction, act, {
      customerId,
      userId: ask.userId,
      action: `answer conflict: keep ${ask.keep}`,
      targetKind: taken.length === 1 ? 'conflict' : 'user',
      targetId: taken.length === 1 ? first.id : ask.userId,
      before: null,
      after: { keep: ask.keep, count: taken.length, fields: [...new Set(taken.map((row) => `${row.object}.${row.field}`))] },
      announcements: [{ kind: 'issue.resolved', userId: ask.userId, data: { conflicts: taken.length } }],
    });
    return taken.length;
  });
}
