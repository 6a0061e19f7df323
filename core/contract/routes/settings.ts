import { z } from 'zod';
import { settingLevel } from '../../model/index.ts';
import { listOf } from '../list.ts';
import type { RouteContract } from '../route.ts';

const levelPath = z.strictObject({ level: settingLevel, id: z.uuid() });
const keyPath = z.strictObject({ level: settingLevel, id: z.uuid(), key: z.string().max(100) });

/** A setting as it holds on a level: its value, which level set it, and whether it may be made otherwise here. */
export const settingAnswer = z.object({
  key: z.string(),
  value: z.unknown(),
  /** `default` where no level set it. */
  from: z.object({ level: z.union([settingLevel, z.literal('default')]), id: z.uuid().nullable() }),
  /** False where a wider level set it and forbids adjusting. */
  adjustable: z.boolean(),
  /** What this very level set, whether or not it holds. */
  own: z.object({ value: z.unknown(), mayAdjust: z.boolean() }).nullable(),
});

export const settingRoutes = {
  'GET /api/settings/{level}/{id}': {
    summary: 'All settings as they hold for a plan, customer, organization or user',
    access: 'setting.read',
    path: levelPath,
    status: 200,
    answer: listOf(settingAnswer),
    problems: [],
  },
  'PUT /api/settings/{level}/{id}/{key}': {
    summary: 'Make a setting on this level',
    access: 'setting.update',
    path: keyPath,
    body: z.strictObject({ value: z.unknown(), mayAdjust: z.boolean().default(true) }),
    status: 200,
    answer: settingAnswer,
    problems: ['setting_locked'],
  },
  'DELETE /api/settings/{level}/{id}/{key}': {
    summary: 'Take back what this level set: the wider level holds again',
    access: 'setting.update',
    path: keyPath,
    status: 200,
    answer: settingAnswer,
    problems: ['setting_locked'],
  },
} as const satisfies Record<string, RouteContract>;
