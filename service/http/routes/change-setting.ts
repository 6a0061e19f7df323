import {
  isSettingName,
  mayAdjust,
  type ResolvedSetting,
  resolveSettings,
  type SettingName,
  settingKeys,
} from '../../../core/customization/index.ts';
import type { SettingLevel } from '../../../core/model/index.ts';
import type { Act, Directory } from '../ports/index.ts';
import { describeIssues } from '../problems/index.ts';
import type { LevelPlace } from './reach-level.ts';

export type SettingChange = { key: string; value: unknown; mayAdjust: boolean } | { key: string; remove: true };

export interface ChangeResult {
  key: string;
  result: 'made' | 'taken-back' | 'unchanged' | 'refused';
  problem: { where: string; what: string; todo: string } | null;
  /** What held on the level before; null where there is no such setting. */
  before: Pick<ResolvedSetting, 'value' | 'from'> | null;
}

export interface SettingDesk {
  wall: readonly string[];
  directory: Pick<Directory, 'settings' | 'putSetting' | 'deleteSetting'>;
  act(customerId: string, ...activities: 'settings-changed'[]): Act;
  /** Only says what would be made. */
  dryRun?: boolean;
}

/** One change of one level, judged by itself: made, or refused with what is wrong, where, and what to do. */
export async function changeSetting(desk: SettingDesk, place: LevelPlace, change: SettingChange, where: string): Promise<ChangeResult> {
  const { key } = change;
  let before: ChangeResult['before'] = null;
  const refuse = (part: string, what: string, todo: string): ChangeResult => ({
    ...{ key, result: 'refused', before },
    problem: { where: `${where}.${part}`, what, todo },
  });
  if (!isSettingName(key)) return refuse('key', `There is no setting "${key}"`, `There are: ${Object.keys(settingKeys).join(', ')}.`);
  // A mapping names fields of one Salesforce org: only its own address can look whether they are there.
  if (key.endsWith('.mapping'))
    return refuse('key', `"${key}" is not set as a plain setting`, 'Send it to PUT /api/organizations/{id}/mapping/{object}.');
  const { levels, schema } = settingKeys[key];
  if (!(levels as readonly SettingLevel[]).includes(place.level))
    return refuse('key', `"${key}" is not set for a ${place.level}`, `Set it on: ${levels.join(', ')}.`);
  const { wall, directory, dryRun = false } = desk;
  const made = await directory.settings(wall, place.chain);
  const holds = resolveSettings(made)[key];
  before = { value: holds.value, from: holds.from };
  if (!mayAdjust(key, place.level, holds))
    return refuse('key', `"${key}" was set for the ${holds.lockedBy}, which forbids adjusting it`, 'Ask who set it there.');
  const own = made.find((one) => one.key === key && one.level === place.level && one.levelId === place.id);
  const setting = { level: place.level, levelId: place.id, key: key satisfies SettingName };
  const act = () => desk.act(place.customerId, 'settings-changed');
  const answer = (result: ChangeResult['result']): ChangeResult => ({ key, result, problem: null, before });
  if ('remove' in change) {
    if (!own) return answer('unchanged');
    if (!dryRun) await directory.deleteSetting(wall, place.customerId, setting, act());
    return answer('taken-back');
  }
  const read = schema.safeParse(change.value);
  if (!read.success) {
    const [first] = describeIssues(`${where}.value`, read.error);
    return { ...refuse('value', 'This is no value for it', 'Correct it.'), ...(first ? { problem: first } : {}) };
  }
  const same = own && own.mayAdjust === change.mayAdjust && JSON.stringify(own.value) === JSON.stringify(read.data);
  if (same) return answer('unchanged');
  if (!dryRun) await directory.putSetting(wall, place.customerId, { ...setting, value: read.data, mayAdjust: change.mayAdjust }, act());
  return answer('made');
}
