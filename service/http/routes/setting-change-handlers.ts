import { isSettingName, resolveSettings } from '../../../core/customization/index.ts';
import { presentJob } from '../answers/present-job.ts';
import type { Asked, Handlers } from '../handler.ts';
import { HttpProblem } from '../problems/index.ts';
import { reachCustomer, wallOf } from '../reach/index.ts';
import { changeSetting } from './change-setting.ts';
import { presentSetting } from './present-setting.ts';
import { pushTo } from './push-settings.ts';
import { findTarget } from './push-target.ts';
import { reachLevel } from './reach-level.ts';

const deskOf = (asked: Pick<Asked<'POST /api/settings/push'>, 'act' | 'caller' | 'options'>) => ({
  wall: wallOf(asked.caller),
  directory: asked.options.directory,
  act: asked.act,
});

/** All or none: a target that one may not reach is said before anything is changed. */
const reachAll = (asked: Asked<'POST /api/settings/push'> | Asked<'POST /api/settings/push/jobs'>) =>
  Promise.all(asked.body.targets.map(({ level, id }) => reachLevel(asked, level, id, 'setting.update')));

const only = <T>(values: readonly T[]): T | undefined => (new Set(values).size === 1 ? values[0] : undefined);

export const settingChangeHandlers: Pick<
  Handlers,
  'PATCH /api/settings/{level}/{id}' | 'POST /api/settings/push' | 'POST /api/settings/push/jobs'
> = {
  'PATCH /api/settings/{level}/{id}': async (asked) => {
    const { path, body, options, caller } = asked;
    const place = await reachLevel(asked, path.level, path.id, 'setting.update');
    const results = [];
    for (const [index, change] of body.changes.entries())
      results.push(await changeSetting(deskOf(asked), place, change, `body.changes.${index}`));
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
    const { targets, dryRun, ...push } = asked.body;
    await reachAll(asked);
    const results = [];
    for (const target of targets) results.push(...((await pushTo({ ...deskOf(asked), dryRun }, target, push)) ?? []));
    return { results };
  },

  'POST /api/settings/push/jobs': async (asked) => {
    const { body, options, caller } = asked;
    const customerId = only((await reachAll(asked)).map((place) => place.customerId));
    if (customerId === undefined) {
      const errors = [{ where: 'body.targets', what: 'These are of several customers', todo: 'Push to one customer after the other.' }];
      throw new HttpProblem('invalid_input', 'A job is of one customer.', { errors });
    }
    const found = await Promise.all(body.targets.map((target) => findTarget(options.directory, wallOf(caller), target)));
    // The job stands where all of its targets stand: who may see them may see it.
    const organizationId = only(found.map((target) => target?.organizationId ?? null)) ?? null;
    const userId = only(found.map((target) => (target?.level === 'user' ? target.id : null))) ?? null;
    if (organizationId === null) await reachCustomer(asked, customerId, 'job.read');
    const parameters = { targets: body.targets, changes: body.changes, replaceOwn: body.replaceOwn };
    return presentJob(
      await options.jobs.start({ kind: 'push-settings', customerId, organizationId, userId, parameters }, asked.act(customerId)),
    );
  },
};
