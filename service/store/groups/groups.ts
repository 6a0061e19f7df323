import type { Ids } from '../../../core/sync/index.ts';
import { nudge } from '../lane-desk/nudge.ts';
import { type Acting, recordAct } from '../record/index.ts';
import type { Store } from '../store.ts';
import type { Transaction } from '../transaction.ts';

type Wall = readonly string[];

export interface GroupRow {
  id: string;
  customerId: string;
  name: string;
  members: number;
}

interface NamePlace {
  after: { name: string; id: string } | undefined;
  limit: number;
}

const columns = `g.id, g.customer_id AS "customerId", g.name,
  (SELECT count(*)::int FROM user_group_member m WHERE m.group_id = g.id) AS members`;
const list = `
  SELECT ${columns} FROM user_group g
   WHERE g.customer_id = ANY ($1::uuid[]) AND ($3::uuid IS NULL OR (lower(g.name) COLLATE "C", g.id) > (lower($2) COLLATE "C", $3))
   ORDER BY lower(g.name) COLLATE "C", g.id LIMIT $4`;
const members = `
  SELECT u.id, u.display_name AS name, u.email FROM user_group_member m JOIN "user" u ON u.id = m.user_id
   WHERE m.group_id = $1 AND ($3::uuid IS NULL OR (lower(u.display_name) COLLATE "C", u.id) > (lower($2) COLLATE "C", $3))
   ORDER BY lower(u.display_name) COLLATE "C", u.id LIMIT $4`;

const read = async ({ query }: Transaction, id: string): Promise<GroupRow | undefined> =>
  (await query<GroupRow>(`SELECT ${columns} FROM user_group g WHERE g.id = $1`, [id]))[0];

/** Two of one name in a customer could not be told apart. Serialised per customer by the lock. */
async function isTaken({ query, execute }: Transaction, customerId: string, name: string, self: string | null): Promise<boolean> {
  await execute("SELECT pg_advisory_xact_lock(hashtextextended('user_group ' || $1, 0))", [customerId]);
  const [other] = await query<{ id: string }>(
    'SELECT id FROM user_group WHERE customer_id = $1 AND lower(name) = lower($2) AND id IS DISTINCT FROM $3::uuid LIMIT 1',
    [customerId, name, self],
  );
  return other !== undefined;
}

/** User groups: what the API asks of the store (its port Groups). */
export function groups(store: Store, ids: Ids) {
  const record = (transaction: Transaction, act: Acting, group: Pick<GroupRow, 'id' | 'customerId'>, change: Changed) =>
    recordAct(store, ids, transaction, act, {
      customerId: group.customerId,
      userId: change.userId ?? null,
      action: change.action,
      targetKind: 'user group',
      targetId: group.id,
      before: change.before,
      after: change.after,
      announcements: [{ kind: 'settings.changed', userId: change.userId ?? null }],
    });
  const inGroup = <T>(wall: Wall, id: string, run: (transaction: Transaction, group: GroupRow) => Promise<T>): Promise<T> =>
    store.asCustomers(wall, async (transaction) => {
      const group = await read(transaction, id);
      if (!group) throw new Error(`There is no user group ${id}.`);
      return run(transaction, group);
    });
  return {
    list: (wall: Wall, { customerIds, after, limit }: NamePlace & { customerIds: readonly string[] }) =>
      store.asCustomers(wall, ({ query }) => query<GroupRow>(list, [customerIds, after?.name ?? null, after?.id ?? null, limit])),
    group: (wall: Wall, id: string) => store.asCustomers(wall, (transaction) => read(transaction, id)),
    create: (customerId: string, name: string, act: Acting): Promise<string | null> =>
      store.asCustomers([customerId], async (transaction) => {
        if (await isTaken(transaction, customerId, name, null)) return null;
        const id = ids.next();
        await transaction.execute('INSERT INTO user_group (id, customer_id, name, created_at) VALUES ($1, $2, $3, $4)', [
          id,
          customerId,
          name,
          act.at,
        ]);
        await record(transaction, act, { id, customerId }, { action: 'add user group', before: null, after: { name } });
        return id;
      }),
    rename: (wall: Wall, id: string, name: string, act: Acting): Promise<boolean> =>
      inGroup(wall, id, async (transaction, group) => {
        if (await isTaken(transaction, group.customerId, name, id)) return false;
        if (group.name === name) return true;
        await transaction.execute('UPDATE user_group SET name = $2 WHERE id = $1', [id, name]);
        await record(transaction, act, group, { action: 'rename user group', before: { name: group.name }, after: { name } });
        return true;
      }),
    remove: (wall: Wall, id: string, act: Acting): Promise<void> =>
      inGroup(wall, id, async (transaction, group) => {
        await transaction.execute("DELETE FROM setting WHERE customer_id = $1 AND level = 'group' AND level_id = $2", [
          group.customerId,
          id,
        ]);
        await transaction.execute('DELETE FROM user_group WHERE id = $1', [id]);
        await record(transaction, act, group, { action: 'remove user group', before: { name: group.name }, after: null });
      }),
    members: (wall: Wall, id: string, { after, limit }: NamePlace) =>
      store.asCustomers(wall, ({ query }) =>
        query<{ id: string; name: string; email: string }>(members, [id, after?.name ?? null, after?.id ?? null, limit]),
      ),
    setMember: (wall: Wall, id: string, userId: string, member: boolean, act: Acting): Promise<void> =>
      inGroup(wall, id, async (transaction, group) => {
        const changed = await transaction.execute(member ? join : leave, [group.customerId, id, userId]);
        if (changed === 0) return;
        await nudge(transaction, userId, act.at);
        const action = member ? 'add user to group' : 'remove user from group';
        const names = { group: group.name, userId };
        await record(transaction, act, group, { action, userId, before: member ? null : names, after: member ? names : null });
      }),
  };
}

interface Changed {
  action: string;
  userId?: string;
  before: unknown;
  after: unknown;
}

const join = 'INSERT INTO user_group_member (customer_id, group_id, user_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING';
const leave = 'DELETE FROM user_group_member WHERE customer_id = $1 AND group_id = $2 AND user_id = $3';
