import { z } from 'zod';
import { job, settingLevel } from '../../model/index.ts';
import { refuseTwice } from '../refuse-twice.ts';
import type { RouteContract } from '../route.ts';
import { settingAnswer } from './settings.ts';

const change = z.union([
  z.strictObject({ key: z.string().max(100), value: z.unknown(), mayAdjust: z.boolean().default(true) }),
  z.strictObject({ key: z.string().max(100), remove: z.literal(true) }),
]);
const changes = z
  .array(change)
  .min(1)
  .max(100)
  .superRefine(refuseTwice(({ key }) => key));

const push = (most: number) => ({
  targets: z
    .array(z.strictObject({ level: settingLevel.extract(['user', 'group', 'organization']), id: z.uuid() }))
    .min(1)
    .max(most)
    .superRefine(refuseTwice(({ level, id }) => `${level} ${id.toLowerCase()}`)),
  changes,
  /** Also take back what single users of a target set for themselves, so that the pushed value holds for all of them. */
  replaceOwn: z.boolean().default(false),
});

/** What became of one change: each is judged by itself, and those that can be made are made. */
const changeResult = z.object({
  key: z.string(),
  result: z.enum(['made', 'taken-back', 'unchanged', 'refused']),
  /** Why it was refused: what is wrong, where, and what to do. */
  problem: z
    .object({
      ...{ where: z.string(), what: z.string(), todo: z.string() },
      /** Stable: setting_unknown, setting_elsewhere, setting_level, setting_locked, setting_value; a newer service may know more. */
      code: z.string().optional(),
      /** What its words need: `levels`, separated by blanks. */
      values: z.record(z.string(), z.string()).optional(),
    })
    .nullable(),
});

export const settingChangeRoutes = {
  'PATCH /api/settings/{level}/{id}': {
    summary: 'Make or take back several settings of one level; a result for each',
    access: 'setting.update',
    path: z.strictObject({ level: settingLevel, id: z.uuid() }),
    body: z.strictObject({ changes }),
    status: 200,
    answer: z.object({ results: z.array(changeResult.extend({ setting: settingAnswer.nullable() })) }),
    problems: [],
  },
  'POST /api/settings/push': {
    summary:
      'Push settings to users, groups and whole organizations, and allow or forbid adjusting them; a result per target and setting. dryRun only says what would be made',
    access: 'setting.update',
    body: z.strictObject({ ...push(100), dryRun: z.boolean().default(false) }),
    status: 200,
    answer: z.object({
      results: z.array(
        changeResult.extend({
          level: settingLevel,
          id: z.uuid(),
          name: z.string(),
          /** What held there before, and which level set it; null where there is no such setting. */
          before: settingAnswer.pick({ value: true, from: true }).nullable(),
          /** Users of the target, and those for whom a value of their own still holds. */
          users: z.int(),
          ownValues: z.int(),
        }),
      ),
    }),
    problems: [],
  },
  'POST /api/settings/push/jobs': {
    summary: 'The same as a job, to many targets of one customer. Rows by the job, one per target and setting',
    access: 'setting.update',
    body: z.strictObject(push(500)),
    status: 202,
    answer: job,
    problems: [],
  },
} as const satisfies Record<string, RouteContract>;
