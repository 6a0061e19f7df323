import type { SettingLevel } from '../../../core/model/index.ts';
import { nudge } from '../lane-desk/nudge.ts';
import { type Acting, type Announcement, recordAct } from '../record/index.ts';
import type { Store } from '../store.ts';
import type { Transaction } from '../transaction.ts';

export interface SettingRow {
  level: SettingLevel;
  levelId: string;
  key: string;
  value: unknown;
  mayAdjust: boolean;
}
type SettingKey = Pick<SettingRow, 'level' | 'levelId' | 'key'>;

const columns = 'level, level_id AS "levelId", key, value, may_adjust AS "mayAdjust"';

export function readSettings({ query }: Transaction, levels: readonly { level: SettingLevel; id: string }[]): Promise<SettingRow[]> {
  return query<SettingRow>(
    `SELECT ${columns} FROM setting WHERE (level, level_id) IN (SELECT * FROM unnest($1::text[], $2::uuid[])) ORDER BY level, level_id, key`,
    [levels.map((entry) => entry.level), levels.map((entry) => entry.id)],
  );
}

const upsert = `
  INSERT INTO setting (customer_id, level, level_id, key, value, may_adjust, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (customer_id, level, level_id, key) DO UPDATE SET value = excluded.value, may_adjust = excluded.may_adjust,
    updated_at = excluded.updated_at`;

export function putSetting(
  store: Store,
  ids: { next(): string },
  wall: readonly string[],
  customerId: string,
  setting: SettingRow,
  act: Acting,
  undoes: string | null = null,
): Promise<void> {
  return store.asCustomers(wall, async (transaction) => {
    const before = await current(transaction, customerId, setting);
    await transaction.execute(upsert, [
      customerId,
      setting.level,
      setting.levelId,
      setting.key,
      JSON.stringify(setting.value),
      setting.mayAdjust,
      act.at,
    ]);
    if (setting.level === 'user') await nudge(transaction, setting.levelId, act.at);
    await record(store, ids, transaction, { customerId, setting, before, after: setting, act, undoes });
  });
}

export function deleteSetting(
  store: Store,
  ids: { next(): string },
  wall: readonly string[],
  customerId: string,
  setting: SettingKey,
  act: Acting,
  undoes: string | null = null,
): Promise<void> {
  return store.asCustomers(wall, async (transaction) => {
    const before = await current(transaction, customerId, setting);
    if (!before) return;
    await transaction.execute('DELETE FROM setting WHERE customer_id = $1 AND level = $2 AND level_id = $3 AND key = $4', [
      customerId,
      setting.level,
      setting.levelId,
      setting.key,
    ]);
    await record(store, ids, transaction, { customerId, setting, before, after: null, act, undoes });
  });
}

async function current({ query }: Transaction, customerId: string, { level, levelId, key }: SettingKey): Promise<SettingRow | null> {
  const [row] = await query<SettingRow>(
    `SELECT ${columns} FROM setting WHERE customer_id = $1 AND level = $2 AND level_id = $3 AND key = $4 FOR UPDATE`,
    [customerId, level, levelId, key],
  );
  return row ?? null;
}

const keep = `
  INSERT INTO setting_change (id, customer_id, level, level_id, key, before, after, actor_email, undoes, at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

async function record(
  store: Store,
  ids: { next(): string },
  transaction: Transaction,
  change: {
    customerId: string;
    setting: SettingKey;
    before: SettingRow | null;
    after: SettingRow | null;
    act: Acting;
    undoes: string | null;
  },
): Promise<void> {
  const { customerId, setting, act } = change;
  const made = (row: SettingRow | null) => row && JSON.stringify({ value: row.value, mayAdjust: row.mayAdjust });
  const { level, levelId, key } = setting;
  const values = [made(change.before), made(change.after), act.actor?.email ?? null, change.undoes, act.at];
  await transaction.execute(keep, [ids.next(), customerId, level, levelId, key, ...values]);
  const place = {
    userId: setting.level === 'user' ? setting.levelId : null,
    organizationId: setting.level === 'organization' ? setting.levelId : null,
  };
  const announcement: Announcement = { kind: 'settings.changed', ...place };
  const of = (row: SettingRow | null) => row && { [setting.key]: row.value, mayAdjust: row.mayAdjust };
  return recordAct(store, ids, transaction, act, {
    customerId,
    ...place,
    action: `change setting ${setting.key}`,
    targetKind: setting.level,
    targetId: setting.levelId,
    before: of(change.before),
    after: of(change.after),
    announcements: [announcement],
  });
}
