import type { ZodError } from 'zod';
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
import { checkOwner } from './check-owner.ts';
import type { LevelPlace } from './reach-level.ts';

export type SettingChange = { key: string; value: unknown; mayAdjust: boolean } | { key: string; remove: true };

type RefusalCode = 'setting_unknown' | 'setting_elsewhere' | 'setting_level' | 'setting_locked' | 'setting_value';

export interface ChangeResult {
  key: string;
  result: 'made' | 'taken-back' | 'unchanged' | 'refused';
  problem: { where: string; what: string; todo: string; code?: string; values?: Record<string, string> } | null;
  /** What held on the level before; null where there is no such setting. */
  before: Pick<ResolvedSetting, 'value' | 'from'> | null;
}

export interface SettingDesk {
  wall: readonly string[];
  directory: Pick<Directory, 'settings' | 'putSetting' | 'deleteSetting' | 'user'>;
  act(customerId: string, ...activities: 'settings-changed'[]): Act;
  /** Only says what would be made. */
  dryRun?: boolean;
}

type Refuse = (code: RefusalCode, what: string, todo: string, levels?: readonly SettingLevel[], at?: string) => ChangeResult;

const refuseValue = (refuse: Refuse, part: string, error: ZodError): ChangeResult => {
  const [first = { where: part, what: 'This is no value for it', todo: 'Correct it.' }] = describeIssues(part, error);
  return refuse('setting_value', first.what, first.todo, [], first.where);
};

/** One change of one level, judged by itself: made, or refused with what is wrong, where, and what to do. */
export async function changeSetting(desk: SettingDesk, place: LevelPlace, change: SettingChange, where: string): Promise<ChangeResult> {
  const { key } = change;
  let before: ChangeResult['before'] = null;
  const refuse: Refuse = (code, what, todo, levels = [], at = `${where}.key`) => ({
    ...{ key, result: 'refused', before },
    problem: { where: at, what, todo, code, values: { levels: levels.join(' ') } },
  });
  if (!isSettingName(key))
    return refuse('setting_unknown', `There is no setting "${key}"`, `There are: ${Object.keys(settingKeys).join(', ')}.`);
  // A mapping names fields of one Salesforce org: only its own address can look whether they are there.
  if (key.endsWith('.mapping'))
    return refuse(
      'setting_elsewhere',
      `"${key}" is not set as a plain setting`,
      'Send it to PUT /api/organizations/{id}/mapping/{object}.',
    );
  const { levels, schema } = settingKeys[key];
  if (!(levels as readonly SettingLevel[]).includes(place.level))
    return refuse('setting_level', `"${key}" is not set for a ${place.level}`, `Set it on: ${levels.join(', ')}.`, levels);
  const { wall, directory, dryRun = false } = desk;
  const made = await directory.settings(wall, place.chain);
  const holds = resolveSettings(made)[key];
  before = { value: holds.value, from: holds.from };
  if (!mayAdjust(key, place.level, holds))
    return refuse(
      'setting_locked',
      `"${key}" was set for the ${holds.lockedBy}, which forbids adjusting it`,
      'Ask who set it there.',
      holds.lockedBy === null ? [] : [holds.lockedBy],
    );
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
  if (!read.success) return refuseValue(refuse, `${where}.value`, read.error);
  const against = await checkOwner(desk, place, key, read.data);
  if (against !== null) return refuse('setting_value', against.what, against.todo, [], `${where}.value`);
  const same = own && own.mayAdjust === change.mayAdjust && JSON.stringify(own.value) === JSON.stringify(read.data);
  if (same) return answer('unchanged');
  if (!dryRun) await directory.putSetting(wall, place.customerId, { ...setting, value: read.data, mayAdjust: change.mayAdjust }, act());
  return answer('made');
}
