import type { Action } from '../../../core/access/index.ts';
import { isSettingName, mayAdjust, resolveSettings, type SettingName, settingKeys } from '../../../core/customization/index.ts';
import type { SettingLevel } from '../../../core/model/index.ts';
import type { Handlers } from '../handler.ts';
import { describeIssues, HttpProblem } from '../problems/index.ts';
import { wallOf } from '../reach/index.ts';
import { checkOwner } from './check-owner.ts';
import { presentSetting } from './present-setting.ts';
import { reachLevel } from './reach-level.ts';

const nameOf = (key: string): SettingName => {
  if (isSettingName(key)) return key;
  throw new HttpProblem('not_found', `There is no setting "${key}". There are: ${Object.keys(settingKeys).join(', ')}.`);
};

/** Everything needed to change one setting on one level, after all checks. */
const open = async (
  asked:
    | Parameters<Handlers['PUT /api/settings/{level}/{id}/{key}']>[0]
    | Parameters<Handlers['DELETE /api/settings/{level}/{id}/{key}']>[0],
) => {
  const name = nameOf(asked.path.key);
  if (name.endsWith('.mapping'))
    throw new HttpProblem(
      'invalid_input',
      `"${name}" is saved by PUT /api/organizations/{id}/mapping/{object}, which checks it against the org.`,
    );
  const place = await reachLevel(asked, asked.path.level, asked.path.id, 'setting.update');
  if (!(settingKeys[name].levels as readonly SettingLevel[]).includes(place.level)) {
    const errors = [
      { where: 'path.level', what: `"${name}" is not set on this level`, todo: `Set it on: ${settingKeys[name].levels.join(', ')}.` },
    ];
    throw new HttpProblem('invalid_input', `"${name}" cannot be set for a ${place.level}.`, { errors });
  }
  const wall = wallOf(asked.caller);
  const before = resolveSettings(await asked.options.directory.settings(wall, place.chain))[name];
  if (!mayAdjust(name, place.level, before)) {
    throw new HttpProblem('setting_locked', `"${name}" was set for the ${before.lockedBy}, which forbids adjusting it.`);
  }
  const after = async () => {
    const made = await asked.options.directory.settings(wall, place.chain);
    return presentSetting(name, resolveSettings(made)[name], place, made);
  };
  return { name, place, wall, after };
};

export const settingHandlers: Pick<
  Handlers,
  'GET /api/settings/{level}/{id}' | 'PUT /api/settings/{level}/{id}/{key}' | 'DELETE /api/settings/{level}/{id}/{key}'
> = {
  'GET /api/settings/{level}/{id}': async (asked) => {
    const action: Action = 'setting.read';
    const place = await reachLevel(asked, asked.path.level, asked.path.id, action);
    const made = await asked.options.directory.settings(wallOf(asked.caller), place.chain);
    const resolved = resolveSettings(made);
    const names = Object.keys(settingKeys) as SettingName[];
    return { items: names.map((name) => presentSetting(name, resolved[name], place, made)), nextCursor: null };
  },

  'PUT /api/settings/{level}/{id}/{key}': async (asked) => {
    const { name, place, wall, after } = await open(asked);
    const read = settingKeys[name].schema.safeParse(asked.body.value);
    if (!read.success) {
      const errors = describeIssues('body.value', read.error);
      throw new HttpProblem('invalid_input', `This is no value for "${name}".`, { errors });
    }
    const against = await checkOwner({ wall, directory: asked.options.directory }, place, name, read.data);
    if (against !== null)
      throw new HttpProblem('invalid_input', `This is no value for "${name}".`, { errors: [{ where: 'body.value', ...against }] });
    const setting = { level: place.level, levelId: place.id, key: name, value: read.data, mayAdjust: asked.body.mayAdjust };
    await asked.options.directory.putSetting(wall, place.customerId, setting, asked.act(place.customerId, 'settings-changed'));
    return after();
  },

  'DELETE /api/settings/{level}/{id}/{key}': async (asked) => {
    const { name, place, wall, after } = await open(asked);
    const setting = { level: place.level, levelId: place.id, key: name };
    await asked.options.directory.deleteSetting(wall, place.customerId, setting, asked.act(place.customerId, 'settings-changed'));
    return after();
  },
};
