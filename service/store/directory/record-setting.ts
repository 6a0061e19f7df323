import { type Acting, type Announcement, recordAct } from '../record/index.ts';
import type { Store } from '../store.ts';
import type { Transaction } from '../transaction.ts';
import { keepSettingChange } from './keep-setting-change.ts';
import type { SettingKey, SettingRow } from './setting-row.ts';

interface SettingChange {
  customerId: string;
  setting: SettingKey;
  before: SettingRow | null;
  after: SettingRow | null;
  act: Acting;
  undoes: string | null;
}

/** A change of one setting, kept for its undo, told to open screens, and in the audit log. */
export async function recordSetting(
  store: Store,
  ids: { next(): string },
  transaction: Transaction,
  { customerId, setting, before, after, act, undoes }: SettingChange,
): Promise<void> {
  await keepSettingChange(ids, transaction, customerId, { ...setting, before, after, undoes }, act);
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
    before: of(before),
    after: of(after),
    announcements: [announcement],
  });
}
