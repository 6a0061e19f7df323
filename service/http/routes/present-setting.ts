import { mayAdjust, type ResolvedSetting, type SettingName } from '../../../core/customization/index.ts';
import type { SettingRow } from '../ports/index.ts';
import type { LevelPlace } from './reach-level.ts';

/** A setting as it holds on a level, and what that level itself made. */
export const presentSetting = (name: SettingName, resolved: ResolvedSetting, place: LevelPlace, made: readonly SettingRow[]) => {
  const own = made.find((one) => one.key === name && one.level === place.level && one.levelId === place.id);
  return {
    key: name,
    value: resolved.value,
    from: resolved.from,
    adjustable: mayAdjust(name, place.level, resolved),
    own: own ? { value: own.value, mayAdjust: own.mayAdjust } : null,
  };
};
