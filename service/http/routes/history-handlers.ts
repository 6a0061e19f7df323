import { z } from 'zod';
import { isSettingName, mayAdjust, resolveSettings, type SettingName, settingKeys } from '../../../core/customization/index.ts';
import { mappingRule, objectKinds } from '../../../core/model/index.ts';
import { type HistoryEntry, provenanceOf, titleOf } from '../../../core/sync/index.ts';
import { readTimeCursor, toPage, writeCursor } from '../answers/cursor.ts';
import { presentJob } from '../answers/present-job.ts';
import type { Asked, Handlers } from '../handler.ts';
import type { SettingChangeRow, SettingRow } from '../ports/index.ts';
import { describeIssues, HttpProblem } from '../problems/index.ts';
import { isOwn, notFound, reachSession, reachUser, wallOf } from '../reach/index.ts';
import { checkMapping, describeOrg } from './check-mapping.ts';
import { checkOwner } from './check-owner.ts';
import { lastingId } from './lasting-id.ts';
import { type LevelPlace, reachLevel } from './reach-level.ts';

const valuesOf = ({ before, after, written }: HistoryEntry) => {
  const names = written ?? Object.keys(before ?? {});
  return names
    .map((field) => ({ field, before: before?.[field] ?? null, after: after?.[field] ?? null }))
    .filter((change) => change.before !== change.after);
};

const presentChange = (row: SettingChangeRow) => ({
  id: row.id,
  level: row.level,
  levelId: row.levelId,
  key: row.key,
  before: row.before,
  after: row.after,
  by: row.actorEmail,
  onBehalfOf: row.onBehalfOf,
  at: row.at,
  isUndo: row.undoes !== null,
  undone: row.undone,
});

/** What holds on the level once a change was taken back, and how far that reaches. */
const consequence = async (
  { options, caller }: Pick<Asked<'POST /api/settings/changes/{id}/undo'>, 'options' | 'caller'>,
  place: LevelPlace,
  { key, before }: SettingChangeRow,
  made: readonly SettingRow[],
) => {
  const rest = made.filter((one) => one.key !== key || one.level !== place.level || one.levelId !== place.id);
  const resolved = resolveSettings(before ? [...rest, { level: place.level, levelId: place.id, key, ...before }] : rest);
  const holds = isSettingName(key) ? resolved[key] : { value: null, from: { level: 'default' as const, id: null } };
  const reach = await options.directory.ownSettings(wallOf(caller), { level: place.level, id: place.id }, key);
  return { holds: { value: holds.value, from: holds.from }, ...reach };
};

/** What held once may be no value any more: the product or, for a mapping, the fields of the Salesforce org are others now. */
const checkValue = async (
  { options, caller }: Pick<Asked<'POST /api/settings/changes/{id}/undo'>, 'options' | 'caller'>,
  place: LevelPlace,
  key: SettingName,
  value: unknown,
) => {
  if (value === undefined) return;
  const { customerId, id } = place;
  const read = settingKeys[key].schema.safeParse(value);
  if (!read.success) {
    const errors = describeIssues('before', read.error);
    throw new HttpProblem('invalid_input', `What held before is no value for "${key}" any more.`, { errors });
  }
  const against = await checkOwner({ wall: wallOf(caller), directory: options.directory }, place, key, read.data);
  if (against !== null)
    throw new HttpProblem('invalid_input', `What held before is no value for "${key}" any more.`, {
      errors: [{ where: 'before', ...against }],
    });
  const object = objectKinds.find((kind) => key === `${kind}.mapping`);
  const rules = object && z.array(mappingRule).parse(read.data);
  if (rules && rules.length > 0) checkMapping(object, rules, await describeOrg(options, { customerId, organizationId: id }), 'before');
};

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

export const historyHandlers: Pick<
  Handlers,
  | 'GET /api/users/{id}/items/history'
  | 'POST /api/users/{id}/items/undo'
  | 'POST /api/sessions/{id}/undo'
  | 'GET /api/settings/{level}/{id}/changes'
  | 'POST /api/settings/changes/{id}/undo'
> = {
  'GET /api/users/{id}/items/history': async (asked) => {
    const user = await reachUser(asked, asked.path.id, 'decision.read');
    const { side, object } = asked.query;
    const id = await lastingId(asked, user, asked.query);
    const { link, items, entries, people } = await asked.options.history.item(wallOf(asked.caller), user.id, {
      side,
      object,
      remoteId: id,
    });
    const item = items.find((one) => one.side === side);
    const [isPrivate] = await asked.options.ledger.privateItems(wallOf(asked.caller), [{ userId: user.id, side, object, remoteId: id }]);
    const withheld = isPrivate === true && !isOwn(asked.caller, user.id);
    const nameOf = (by: string | null | undefined) => (by ? (people.get(by) ?? by) : null);
    const fields = item && !withheld ? provenanceOf(item, entries) : [];
    return {
      side,
      object,
      id,
      title: withheld ? null : (titleOf(item?.fields ?? entries[0]?.after ?? entries[0]?.before ?? null) ?? null),
      ...(withheld ? { withheld } : {}),
      link: link && { outlookId: link.outlookId, salesforceId: link.salesforceId, state: link.state },
      fields: fields.map((origin) => ({ ...origin, by: nameOf(origin.by) })),
      changes: entries.map((entry) => ({
        id: entry.id,
        side: entry.side,
        operation: entry.operation,
        fields: withheld ? [] : valuesOf(entry),
        isUndo: entry.undoes !== null,
        undone: entry.undone,
        by: nameOf(entry.origin?.by),
        at: entry.at,
        sessionId: entry.sessionId,
      })),
    };
  },

  'POST /api/users/{id}/items/undo': async (asked) => {
    const user = await reachUser(asked, asked.path.id, 'session.undo');
    const { id: userId, customerId } = user;
    const { side, object, change, dryRun } = asked.body;
    const remoteId = await lastingId(asked, user, asked.body);
    const item = { side, object, remoteId };
    if (change !== undefined) {
      const { entries } = await asked.options.history.item(wallOf(asked.caller), userId, item);
      if (!entries.some((entry) => entry.id === change)) throw notFound('change of this item');
    }
    const parameters = { scope: change === undefined ? { item } : { item, change }, dryRun, own: isOwn(asked.caller, userId) };
    return presentJob(await asked.options.jobs.start({ kind: 'undo', customerId, userId, parameters, join: true }, asked.act(customerId)));
  },

  'POST /api/sessions/{id}/undo': async (asked) => {
    const { id: sessionId, userId, customerId } = await reachSession(asked, asked.path.id, 'session.undo');
    const parameters = { scope: { sessionId }, dryRun: asked.body.dryRun, own: isOwn(asked.caller, userId) };
    return presentJob(await asked.options.jobs.start({ kind: 'undo', customerId, userId, parameters, join: true }, asked.act(customerId)));
  },

  'GET /api/settings/{level}/{id}/changes': async (asked) => {
    const place = await reachLevel(asked, asked.path.level, asked.path.id, 'setting.read');
    const { cursor, limit } = asked.query;
    const list = `setting-changes:${place.level}:${place.id}`;
    const page = { before: readTimeCursor(list, cursor), limit: limit + 1 };
    const rows = await asked.options.history.settingChanges(wallOf(asked.caller), place, page);
    return toPage(rows, limit, presentChange, (row) => writeCursor(list, row.at, row.id));
  },

  'POST /api/settings/changes/{id}/undo': async (asked) => {
    const { options, caller, body } = asked;
    const wall = wallOf(caller);
    const change = await options.history.settingChange(wall, asked.path.id);
    if (change === undefined) throw notFound('change of a setting');
    const place = await reachLevel(asked, change.level, change.levelId, 'setting.update');
    const made = await options.directory.settings(wall, place.chain);
    const own = made.find((one) => one.key === change.key && one.level === place.level && one.levelId === place.id);
    const now = own ? { value: own.value, mayAdjust: own.mayAdjust } : null;
    const answer = { current: now, restored: change.before, ...(await consequence(asked, place, change, made)) };
    if (change.undone || !same(now, change.after)) {
      const before = change.undone || same(now, change.before);
      return { outcome: 'refused' as const, reason: before ? ('already-undone' as const) : ('changed-since' as const), ...answer };
    }
    if (!isSettingName(change.key) || !mayAdjust(change.key, place.level, resolveSettings(made)[change.key])) {
      throw new HttpProblem('setting_locked', `"${change.key}" may not be adjusted here any more.`);
    }
    await checkValue(asked, place, change.key, change.before?.value);
    if (body.dryRun) return { outcome: 'planned' as const, reason: null, ...answer };
    const setting = { level: place.level, levelId: place.id, key: change.key };
    const act = asked.act(place.customerId, 'undo-run');
    if (change.before) await options.directory.putSetting(wall, place.customerId, { ...setting, ...change.before }, act, change.id);
    else await options.directory.deleteSetting(wall, place.customerId, setting, act, change.id);
    return { outcome: 'done' as const, reason: null, ...answer };
  },
};
