import { nudge } from '../lane-desk/nudge.ts';
import type { Transaction } from '../transaction.ts';

const over = `
  UPDATE issue SET state = 'resolved', resolved_at = $2
   WHERE reason = 'source-sign-in' AND state <> 'resolved' AND user_id IN (SELECT id FROM source WHERE id = $1 OR owner_id = $1)
  RETURNING user_id`;

const resume = `
  UPDATE "user" SET suspended_reason = NULL, suspended_at = NULL, failures_in_a_row = 0, refusals_in_a_row = 0, updated_at = $2
   WHERE id = ANY ($1::uuid[]) AND suspended_reason = 'suspended-authorization'`;

/**
 * Teams and sites that stand still for want of a sign-in go on: all of this owner, who has signed in, or this one, which has another owner now. Answers
 * which.
 */
export async function resumeSources(transaction: Transaction, ownerOrSource: string, at: string): Promise<string[]> {
  const rows = await transaction.query<{ user_id: string }>(over, [ownerOrSource, at]);
  const ids = [...new Set(rows.map((row) => row.user_id))].sort();
  if (ids.length === 0) return [];
  await transaction.execute(resume, [ids, at]);
  for (const id of ids) await nudge(transaction, id, at);
  return ids;
}
