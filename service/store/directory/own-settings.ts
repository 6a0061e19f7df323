import type { SettingLevel } from '../../../core/model/index.ts';
import { type Acting, recordAct } from '../record/index.ts';
import type { Store } from '../store.ts';
import type { Transaction } from '../transaction.ts';
import { keepSettingChange } from './keep-setting-change.ts';

type Target = { level: SettingLevel; id: string };

/** Users of a plan, a customer, an organization or a group, or the one user. */
const usersOf = `
  SELECT id FROM "user" WHERE kind = 'mailbox' AND CASE $1 WHEN 'plan' THEN plan_id = $2 WHEN 'customer' THEN customer_id = $2
    WHEN 'organization' THEN organization_id = $2 WHEN 'user' THEN id = $2
    ELSE id IN (SELECT user_id FROM user_group_member WHERE group_id = $2) END`;

const count = `
  WITH u AS (${usersOf})
  SELECT (SELECT count(*)::int FROM u) AS users,
         (SELECT count(*)::int FROM setting s WHERE s.level = 'user' AND s.key = $3 AND s.level_id IN (SELECT id FROM u)) AS "ownValues"`;

const drop = `
  DELETE FROM setting s WHERE s.level = 'user' AND s.key = $3 AND s.level_id IN (${usersOf}) RETURNING s.level_id AS "userId", s.value, s.may_adjust AS "mayAdjust"`;

/** How many users a target has, and for how many of them a value of their own still holds. */
export async function ownSettings({ query }: Transaction, target: Target, key: string): Promise<{ users: number; ownValues: number }> {
  const [row] = await query<{ users: number; ownValues: number }>(count, [target.level, target.id, key]);
  const own = target.level === 'user' ? 0 : (row?.ownValues ?? 0);
  return { users: row?.users ?? 0, ownValues: own };
}

/** Takes back what single users of a target set for themselves; each is kept for its undo, and what it was stands in the audit log. */
export function dropOwnSettings(
  store: Store,
  ids: { next(): string },
  wall: readonly string[],
  customerId: string,
  target: Target,
  key: string,
  act: Acting,
): Promise<number> {
  return store.asCustomers(wall, async (transaction) => {
    const dropped = await transaction.query<{ userId: string; value: unknown; mayAdjust: boolean }>(drop, [target.level, target.id, key]);
    if (dropped.length === 0) return 0;
    for (const { userId, ...before } of dropped)
      await keepSettingChange(
        ids,
        transaction,
        customerId,
        { level: 'user', levelId: userId, key, before, after: null, undoes: null },
        act,
      );
    await recordAct(store, ids, transaction, act, {
      customerId,
      organizationId: target.level === 'organization' ? target.id : null,
      action: `replace own settings ${key}`,
      targetKind: target.level,
      targetId: target.id,
      before: Object.fromEntries(dropped.map((row) => [row.userId, row.value])),
      after: null,
      announcements: dropped.map((row) => ({ kind: 'settings.changed' as const, userId: row.userId })),
    });
    return dropped.length;
  });
}
