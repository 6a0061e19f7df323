import type { SettingLevel } from '../../../core/model/index.ts';
import { nudge } from '../lane-desk/nudge.ts';
import type { Acting } from '../record/index.ts';
import { lookSoon } from '../sources/index.ts';
import type { Store } from '../store.ts';
import type { Transaction } from '../transaction.ts';
import { recordSetting } from './record-setting.ts';
import type { SettingKey, SettingRow } from './setting-row.ts';

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
    if (setting.key.startsWith('sources.')) await lookSoon(transaction, customerId, setting.levelId, act.at);
    await recordSetting(store, ids, transaction, { customerId, setting, before, after: setting, act, undoes });
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
    await recordSetting(store, ids, transaction, { customerId, setting, before, after: null, act, undoes });
  });
}

async function current({ query }: Transaction, customerId: string, { level, levelId, key }: SettingKey): Promise<SettingRow | null> {
  const [row] = await query<SettingRow>(
    `SELECT ${columns} FROM setting WHERE customer_id = $1 AND level = $2 AND level_id = $3 AND key = $4 FOR UPDATE`,
    [customerId, level, levelId, key],
  );
  return row ?? null;
}
