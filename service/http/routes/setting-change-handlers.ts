import { isSettingName, resolveSettings } from '../../../core/customization/index.ts';
import type { Handlers } from '../handler.ts';
import { wallOf } from '../reach/index.ts';
import { changeSetting } from './change-setting.ts';
import { presentSetting } from './present-setting.ts';
import { reachLevel } from './reach-level.ts';

export const settingChangeHandlers: Pick<Handlers, 'PATCH /api/settings/{level}/{id}' | 'POST /api/settings/push'> = {
  'PATCH /api/settings/{level}/{id}': async (asked) => {
    const { path, body, options, caller } = asked;
    const place = await reachLevel(asked, path.level, path.id, 'setting.update');
    const results = [];
    for (const [index, change] of body.changes.entries()) results.push(await changeSetting(asked, place, change, `body.changes.${index}`));
    const made = await options.directory.settings(wallOf(caller), place.chain);
    const resolved = resolveSettings(made);
    return {
      results: results.map((result) => {
        const { key } = result;
        return { ...result, setting: isSettingName(key) ? presentSetting(key, resolved[key], place, made) : null };
      }),
    };
  },

  'POST /api/settings/push': async (asked) => {
    const { body, options, caller } = asked;
    const wall = wallOf(caller);
    // All or none: a target that one may not reach is said before anything is changed.
    const places = await Promise.all(body.targets.map(({ level, id }) => reachLevel(asked, level, id, 'setting.update')));
    const results = [];
    for (const place of places) {
      const target = { level: place.level, id: place.id };
      for (const [index, change] of body.changes.entries()) {
        const result = await changeSetting(asked, place, change, `body.changes.${index}`);
        if (body.replaceOwn && place.level !== 'user' && result.result !== 'refused')
          await options.directory.dropOwnSettings(wall, place.customerId, target, change.key, asked.act(place.customerId));
        results.push({ ...target, ...result, ...(await options.directory.ownSettings(wall, target, change.key)) });
      }
    }
    return { results };
  },
};
