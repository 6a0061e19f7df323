import { z } from 'zod';
import { fieldChange, instant, job, objectKinds, reasonCode, settingLevel } from '../../model/index.ts';
import { listOf, paging } from '../list.ts';
import type { RouteContract } from '../route.ts';
import { settingAnswer } from './settings.ts';
import { userPath } from './users.ts';

const side = z.enum(['outlook', 'salesforce']);
const item = { side, object: z.enum(objectKinds), id: z.string().min(1).max(1000) };
const fieldValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const editor = {
  /** Name of who edited, where it is known; Outlook does not tell. */
  by: z.string().nullable(),
  at: instant.nullable(),
  sessionId: z.uuid().nullable(),
};

/** Per field where its value comes from, and every write of ours to the item and its partner, newest first. */
export const historyAnswer = z.object({
  side,
  object: z.string(),
  id: z.string(),
  title: z.string().nullable(),
  /** True where titles, values and fields are left out: the item is private now, and whose mailbox it is alone may read them. */
  withheld: z.boolean().optional(),
  link: z.object({ outlookId: z.string().nullable(), salesforceId: z.string().nullable(), state: z.string() }).nullable(),
  fields: z.array(
    z.object({
      field: z.string(),
      value: fieldValue,
      /** `undo`: somebody took it back to this; null: it stood so before the first sync. */
      from: z.enum(['outlook', 'salesforce', 'undo']).nullable(),
      ...editor,
    }),
  ),
  changes: z.array(
    z.object({
      id: z.uuid(),
      /** The side that was written to. */
      side,
      operation: z.enum(['create', 'update', 'delete']),
      fields: z.array(fieldChange),
      /** True of the writes of an undo; `undone`: taken back by a later one. */
      isUndo: z.boolean(),
      undone: z.boolean(),
      by: z.string().nullable(),
      at: instant,
      sessionId: z.uuid(),
    }),
  ),
});

const made = z.object({ value: z.unknown(), mayAdjust: z.boolean() }).nullable();

/** What a level set before and after; null where it set nothing. */
export const settingChangeAnswer = z.object({
  id: z.uuid(),
  level: settingLevel,
  levelId: z.uuid(),
  key: z.string(),
  before: made,
  after: made,
  by: z.string().nullable(),
  /** The customer, where a partner or the people of the installation acted for it. */
  onBehalfOf: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  at: instant,
  isUndo: z.boolean(),
  undone: z.boolean(),
});

export const historyRoutes = {
  'GET /api/users/{id}/items/history': {
    summary: 'Per field of an item: which side, whose edit, when, which session; and everything the sync wrote to it',
    access: 'decision.read',
    path: userPath,
    query: z.strictObject(item),
    status: 200,
    answer: historyAnswer,
    problems: [],
  },
  'POST /api/users/{id}/items/undo': {
    summary:
      'Take back the last change that the sync made to an item and its partner, or one change of its history; dryRun shows it first. Rows by the job',
    access: 'session.undo',
    path: userPath,
    body: z.strictObject({
      ...item,
      /** One of the item's changes (GET .../items/history); its last session where it is left out. */
      change: z.uuid().optional(),
      dryRun: z.boolean().default(false),
    }),
    status: 202,
    answer: job,
    problems: [],
  },
  'POST /api/sessions/{id}/undo': {
    summary: 'Take back what a session wrote, item by item where nobody changed it since; dryRun shows it first. Rows by the job',
    access: 'session.undo',
    path: z.strictObject({ id: z.uuid() }),
    body: z.strictObject({ dryRun: z.boolean().default(false) }),
    status: 202,
    answer: job,
    problems: [],
  },
  'GET /api/settings/{level}/{id}/changes': {
    summary: 'What was set on this level, and what held there before; newest first',
    access: 'setting.read',
    path: z.strictObject({ level: settingLevel, id: z.uuid() }),
    query: z.strictObject({ ...paging }),
    status: 200,
    answer: listOf(settingChangeAnswer),
    problems: ['invalid_cursor'],
  },
  'POST /api/settings/changes/{id}/undo': {
    summary: 'Set back what a change of a setting made otherwise; refused where it was changed since. dryRun only says whether it could be',
    access: 'setting.update',
    path: z.strictObject({ id: z.uuid() }),
    body: z.strictObject({ dryRun: z.boolean().default(false) }),
    status: 200,
    answer: z.object({
      outcome: z.enum(['planned', 'done', 'refused']),
      reason: reasonCode.nullable(),
      /** What the level set (null: nothing), and what it sets again. */
      current: made,
      restored: made,
      /** What would hold there then, and which level sets it. */
      holds: settingAnswer.pick({ value: true, from: true }),
      /** Users whom the level reaches, and those for whom a value of their own holds whatever it says. */
      users: z.int(),
      ownValues: z.int(),
    }),
    problems: ['setting_locked'],
  },
} as const satisfies Record<string, RouteContract>;
