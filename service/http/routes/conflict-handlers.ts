import { isSettingName, mayAdjust, resolveSettings, type SettingName, settingValues } from '../../../core/customization/index.ts';
import { applyRules, objectMaps } from '../../../core/mapping/index.ts';
import { readTimeCursor, toPage, writeCursor } from '../answers/cursor.ts';
import { answersToConflict, presentConflict } from '../answers/present-conflict.ts';
import type { Asked, Handlers } from '../handler.ts';
import type { ConflictRow } from '../ports/index.ts';
import { HttpProblem } from '../problems/index.ts';
import { reachConflict, reachUser, wallOf, withhold } from '../reach/index.ts';
import { reachLevel } from './reach-level.ts';

type Bulk = Asked<'POST /api/users/{id}/conflicts/resolve'>;

/** The settings as they hold for the user of the path, for who may do `action` there. */
const settingsOf = async (asked: Bulk, action: 'issue.answer' | 'setting.update') => {
  const place = await reachLevel(asked, 'user', asked.path.id, action);
  const made = await asked.options.directory.settings(wallOf(asked.caller), place.chain);
  return { place, made, resolved: resolveSettings(made) };
};

/** An organization may keep fields of its own in step: they count, too. */
const requireField = async (asked: Bulk): Promise<void> => {
  const { object, field } = asked.body;
  if (field === undefined) return;
  const { resolved } = await settingsOf(asked, 'issue.answer');
  const map = applyRules(objectMaps[object], settingValues(resolved)[`${object}.mapping`]);
  const names = map.fields.filter((rule) => rule.held === 'both').map((rule) => rule.name);
  if (names.includes(field)) return;
  const errors = [
    { where: 'body.field', what: `"${field}" is no field of a ${object} that is kept in step`, todo: `Use one of: ${names.join(', ')}.` },
  ];
  throw new HttpProblem('invalid_input', `There is no field "${field}".`, { errors });
};

/** The user's own rule for one field, beside those that hold already; asked with the right to change settings. */
const ruleOf = async (asked: Bulk) => {
  const { object, field, keep } = asked.body;
  const key: SettingName = `${object}.conflict.fields`;
  if (field === undefined || !isSettingName(key)) throw new HttpProblem('invalid_input', 'A rule needs a field.');
  const { place, made, resolved: all } = await settingsOf(asked, 'setting.update');
  const resolved = all[key];
  if (!mayAdjust(key, 'user', resolved)) {
    throw new HttpProblem('setting_locked', `"${key}" was set for the ${resolved.lockedBy}, which forbids adjusting it.`);
  }
  const own = made.find((one) => one.key === key && one.level === 'user');
  return { place, setting: { key, value: { ...resolved.value, [field]: keep } }, mayAdjust: own?.mayAdjust ?? true };
};

const readable = (asked: Parameters<typeof withhold>[0], rows: readonly ConflictRow[]) =>
  withhold(
    asked,
    rows,
    ({ userId, object, outlookId }) => ({ userId, side: 'outlook', object, remoteId: outlookId }),
    (row) => ({ ...row, title: null, base: null, outlook: null, salesforce: null }),
  );

export const conflictHandlers: Pick<
  Handlers,
  'GET /api/users/{id}/conflicts' | 'POST /api/conflicts/{id}/resolve' | 'POST /api/users/{id}/conflicts/resolve'
> = {
  'GET /api/users/{id}/conflicts': async (asked) => {
    const user = await reachUser(asked, asked.path.id, 'issue.read');
    const { cursor, limit, ...filter } = asked.query;
    const list = `conflicts:${user.id}:${JSON.stringify(filter)}`;
    const page = { before: readTimeCursor(list, cursor), limit: limit + 1 };
    const rows = await asked.options.conflicts.list(wallOf(asked.caller), { userId: user.id, ...filter }, page);
    return toPage(await readable(asked, rows), limit, presentConflict, (row) => writeCursor(list, row.openedAt, row.id));
  },

  'POST /api/conflicts/{id}/resolve': async (asked) => {
    const row = await reachConflict(asked, asked.path.id, 'issue.answer');
    const { keep } = asked.body;
    if (row.winner === keep && row.decidedBy === 'person') throw new HttpProblem('already_answered');
    if (!answersToConflict(row).includes(keep)) {
      const open = answersToConflict(row).join(', ') || 'no answer: it is being written, or a later edit has overtaken it';
      throw new HttpProblem('answer_not_possible', `This conflict takes: ${open}.`);
    }
    const act = asked.act(row.customerId);
    const taken = await asked.options.conflicts.answer(
      wallOf(asked.caller),
      row.customerId,
      { userId: row.userId, ids: [row.id], keep },
      act,
    );
    if (taken === 0) throw new HttpProblem('already_answered');
    const answered = await reachConflict(asked, row.id, 'issue.read');
    const [shown = answered] = await readable(asked, [answered]);
    return presentConflict(shown);
  },

  'POST /api/users/{id}/conflicts/resolve': async (asked) => {
    const user = await reachUser(asked, asked.path.id, 'issue.answer');
    const { object, field, keep, always, dryRun } = asked.body;
    await requireField(asked);
    const wall = wallOf(asked.caller);
    const scope = { userId: user.id, object, field };
    const rule = always ? await ruleOf(asked) : null;
    if (dryRun) return { count: await asked.options.conflicts.countOpen(wall, scope), dryRun, setting: rule?.setting ?? null };
    if (rule) {
      const { place, setting, mayAdjust: adjustable } = rule;
      const made = { level: place.level, levelId: place.id, ...setting, mayAdjust: adjustable };
      await asked.options.directory.putSetting(wall, place.customerId, made, asked.act(place.customerId, 'settings-changed'));
    }
    const ids = await asked.options.conflicts.openIds(wall, scope);
    const act = asked.act(user.customerId);
    const count = ids.length === 0 ? 0 : await asked.options.conflicts.answer(wall, user.customerId, { userId: user.id, ids, keep }, act);
    return { count, dryRun, setting: rule?.setting ?? null };
  },
};
