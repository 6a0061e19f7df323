import { type SettingLevel, settingLevels } from '../model/index.ts';
import { isSettingName, type SettingName, type Settings, settingKeys } from './setting-keys.ts';

/** A setting as one level made it. Several groups of one user come in the order in which they count. */
export interface MadeSetting {
  level: SettingLevel;
  levelId: string;
  key: string;
  value: unknown;
  /** False: narrower levels may not make it otherwise. */
  mayAdjust: boolean;
}

export interface ResolvedSetting<T = unknown> {
  value: T;
  from: { level: SettingLevel | 'default'; id: string | null };
  /** The level that forbids making it otherwise further down; null where none does. */
  lockedBy: SettingLevel | null;
}
export type ResolvedSettings = { [K in SettingName]: ResolvedSetting<Settings[K]> };

const resolveOne = (name: SettingName, made: readonly MadeSetting[]): ResolvedSetting => {
  let resolved: ResolvedSetting = { value: settingKeys[name].default, from: { level: 'default', id: null }, lockedBy: null };
  for (const one of made) {
    if (resolved.lockedBy !== null) break;
    const read = settingKeys[name].schema.safeParse(one.value);
    // What an older version stored and this one cannot read counts as not set, rather than stopping the mailbox.
    if (!read.success) continue;
    resolved = { value: read.data, from: { level: one.level, id: one.levelId }, lockedBy: one.mayAdjust ? null : one.level };
  }
  return resolved;
};

/**
 * plan > customer > organization > group > user: a narrower level overrides a wider one, until a level forbids adjusting; from there on
 * what is narrower does not count. Always answers every key.
 */
export const resolveSettings = (made: readonly MadeSetting[]): ResolvedSettings => {
  const byName = new Map<SettingName, MadeSetting[]>();
  for (const level of settingLevels) {
    for (const one of made) {
      if (one.level !== level || !isSettingName(one.key) || !(settingKeys[one.key].levels as readonly SettingLevel[]).includes(level))
        continue;
      const list = byName.get(one.key);
      if (list) list.push(one);
      else byName.set(one.key, [one]);
    }
  }
  const names = Object.keys(settingKeys) as SettingName[];
  return Object.fromEntries(names.map((name) => [name, resolveOne(name, byName.get(name) ?? [])])) as ResolvedSettings;
};

/** Only the values: what the engine reads. */
export const settingValues = (resolved: ResolvedSettings): Settings =>
  Object.fromEntries(Object.entries(resolved).map(([name, one]) => [name, one.value])) as Settings;
