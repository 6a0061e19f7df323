import { z } from 'zod';
import { fieldValue, mappingRules, objectKinds, reasonCode, sides } from '../../model/index.ts';
import type { RouteContract } from '../route.ts';

const object = z.enum(objectKinds);
const side = z.enum(sides);

/** What one change of settings would have made of the last 30 days (F09). Nothing is saved and nothing written. */
export const rehearsalAnswer = z.object({
  since: z.iso.datetime(),
  users: z.int(),
  /** Items of the last 30 days that were looked at. */
  items: z.int(),
  /** False where the change reaches beyond what Lockstep has read: what lies there is not counted. */
  complete: z.boolean(),
  /** What that is: outside of the time window that is read, more items than are looked at, mails that nobody marked. */
  notCounted: z.array(z.enum(['window', 'items', 'mails'])),
  /** Items that would travel and do not now, and the other way round. */
  starting: z.int(),
  ending: z.int(),
  /** The same by object, side and reason; null: travels. */
  changes: z.array(z.object({ object, side, before: reasonCode.nullable(), after: reasonCode.nullable(), items: z.int() })),
  examples: z.array(
    z.object({
      userId: z.uuid(),
      object,
      side,
      id: z.string(),
      title: z.string().nullable(),
      before: reasonCode.nullable(),
      after: reasonCode.nullable(),
    }),
  ),
  /** With other rules of mapping: the newest linked pairs, read live, and what would be written to them, by field. */
  fields: z.array(
    z.object({
      object,
      field: z.string(),
      up: z.int(),
      down: z.int(),
      conflicts: z.int(),
      examples: z.array(z.object({ title: z.string().nullable(), outlook: fieldValue, salesforce: fieldValue })),
    }),
  ),
  /** Linked pairs that were read for `fields`. */
  pairs: z.int(),
});

export const rehearsalRoutes = {
  'POST /api/organizations/{id}/rehearsal': {
    summary: 'What the last 30 days would have looked like under other settings or another mapping, before they are saved',
    access: 'setting.update',
    path: z.strictObject({ id: z.uuid() }),
    body: z
      .strictObject({
        /** Settings by their keys, as they would be made for the organization. */
        settings: z.record(z.string().max(100), z.unknown()).default({}),
        mapping: z.strictObject({ object, rules: mappingRules }).optional(),
      })
      .refine((body) => Object.keys(body.settings).length > 0 || body.mapping, 'a setting or a mapping to rehearse is needed'),
    status: 200,
    answer: rehearsalAnswer,
    problems: ['not_connected', 'provider_failed'],
  },
} as const satisfies Record<string, RouteContract>;
