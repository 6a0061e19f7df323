import { isSettingName, mayAdjust, resolveSettings, type SettingName, settingKeys } from '../../../core/customization/index.ts';
import type { SettingLevel } from '../../../core/model/index.ts';
import type { ApiOptions } from '../api-options.ts';
import type { Act, Caller } from '../ports/index.ts';
import { describeIssues } from '../problems/index.ts';
import { wallOf } from '../reach/index.ts';
import type { LevelPlace } from './reach-level.ts';

export type SettingChange = { key: string; value: unknown; mayAdjust: boolean } | { key: string; remove: true };

export interface ChangeResult {
  key: string;
  result: 'made' | 'taken-back' | 'unchanged' | 'refused';
  problem: { where: string; what: string; todo: string } | null;
}

interface Asking {
  caller: Caller;
  options: ApiOptions;
  act(customerId: string, activity: 'settings-changed'): Act;
}

/** One change of one level, judged by itself: made, or refused with what is wrong, where, and what to do. */
export async function changeSetting(asked: Asking, place: LevelPlace, change: SettingChange, where: string): Promise<ChangeResult> {
  const { key } = change;
  const refuse = (part: string, what: string, todo: string): ChangeResult => ({
    key,
    result: 'refused',
    problem: { where: `${where}.${part}`, what, todo },
  });
  if (!isSettingName(key)) return refuse('key', `There is no setting "${key}"`, `There are: ${Object.keys(settingKeys).join(', ')}.`);
  // A mapping names fields of one Salesforce org: only its own address can look whether they are there.
  if (key.endsWith('.mapping'))
    return refuse('key', `"${key}" is not set as a plain setting`, 'Send it to PUT /api/organizations/{id}/mapping/{object}.');
  const { levels, schema } = settingKeys[key];
  if (!(levels as readonly SettingLevel[]).includes(place.level))
    return refuse('key', `"${key}" is not set for a ${place.level}`, `Set it on: ${levels.join(', ')}.`);
  const wall = wallOf(asked.caller);
  const made = await asked.options.directory.settings(wall, place.chain);
  const before = resolveSettings(made)[key];
  if (!mayAdjust(key, place.level, before))
    return refuse('key', `"${key}" was set for the ${before.lockedBy}, which forbids adjusting it`, 'Ask who set it there.');
  const own = made.find((one) => one.key === key && one.level === place.level && one.levelId === place.id);
  const setting = { level: place.level, levelId: place.id, key: key satisfies SettingName };
  const act = () => asked.act(place.customerId, 'settings-changed');
  if ('remove' in change) {
    if (!own) return { key, result: 'unchanged', problem: null };
    await asked.options.directory.deleteSetting(wall, place.customerId, setting, act());
    return { key, result: 'taken-back', problem: null };
  }
  const read = schema.safeParse(change.value);
  if (!read.success) {
    const [first] = describeIssues(`${where}.value`, read.error);
    return { key, result: 'refused', problem: first ?? { where: `${where}.value`, what: 'This is no value for it', todo: 'Correct it.' } };
  }
  const same = own && own.mayAdjust === change.mayAdjust && JSON.stringify(own.value) === JSON.stringify(read.data);
  if (same) return { key, result: 'unchanged', problem: null };
  await asked.options.directory.putSetting(wall, place.customerId, { ...setting, value: read.data, mayAdjust: change.mayAdjust }, act());
  return { key, result: 'made', problem: null };
}
