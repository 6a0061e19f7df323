import { type SettingLevel, settingLevels } from '../model/index.ts';
import type { ResolvedSetting } from './resolve-settings.ts';
import { type SettingName, settingKeys } from './setting-keys.ts';

/** Whether a setting may be made on a level: the key allows the level, and no wider level forbids adjusting. */
export const mayAdjust = (name: SettingName, level: SettingLevel, resolved: ResolvedSetting): boolean => {
  if (!(settingKeys[name].levels as readonly SettingLevel[]).includes(level)) return false;
  return resolved.lockedBy === null || settingLevels.indexOf(resolved.lockedBy) >= settingLevels.indexOf(level);
};
