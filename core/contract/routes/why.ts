import { z } from 'zod';
import { objectKinds, reasonCode, sides } from '../../model/index.ts';
import { listOf, paging } from '../list.ts';
import type { RouteContract } from '../route.ts';
import { userPath } from './users.ts';

const side = z.enum(sides);
const object = z.enum(objectKinds);
const who = z.enum(['user', 'admin', 'provider', 'us']);
const inputs = z.record(z.string(), z.unknown());
const link = z.object({ outlookId: z.string().nullable(), salesforceId: z.string().nullable(), state: z.string() });

/** One rule that was looked at. `passed`: it bars nothing. `holds`: it applies, but another decided. `decided`: this one did. */
export const whyStep = z.object({
  room: z.string(),
  rule: reasonCode,
  who,
  outcome: z.enum(['passed', 'holds', 'decided']),
  /** What the rule saw: times, addresses, names of fields; never a text of the item. */
  inputs,
});

export const whyAnswer = z
  .object({
    side,
    object: z.string(),
    /** The item's lasting id, which may be another than the one asked with. */
    id: z.string(),
    title: z.string().nullable(),
    /** `books`: as the last sync saw it. `live`: read just now, as no sync ever saw it. */
    known: z.enum(['books', 'live']),
    link: link.nullable(),
    steps: z.array(whyStep),
    verdict: z.object({
      reason: reasonCode,
      who,
      action: z.string(),
      inputs,
      /** Records of Salesforce that it hangs on: the open leads of a contact. */
      records: z.array(z.object({ id: z.string(), name: z.string(), recordUrl: z.url().nullable() })).optional(),
    }),
  })
  .meta({ id: 'Why' });

export const foundItem = z.object({
  side,
  object: z.string(),
  id: z.string(),
  title: z.string().nullable(),
  /** Address, start or due day: what tells two of one name apart. */
  hint: z.string().nullable(),
  linked: z.boolean(),
  /** The newest decision; null before the first. */
  reason: reasonCode.nullable(),
  action: z.string().nullable(),
});

export const whyRoutes = {
  'GET /api/users/{id}/why': {
    summary: 'Why an item is or is not synced: each rule that was looked at, in order, with what it saw. Also for items never synced',
    access: 'decision.read',
    path: userPath,
    query: z.strictObject({ side, object, id: z.string().min(1).max(1000) }),
    status: 200,
    answer: whyAnswer,
    problems: ['not_connected', 'provider_failed'],
  },
  'GET /api/users/{id}/items': {
    summary: "Search among a user's items by name, subject, address or id",
    access: 'decision.read',
    path: userPath,
    query: z.strictObject({ ...paging, q: z.string().trim().min(2).max(200), object: object.optional() }),
    status: 200,
    answer: listOf(foundItem),
    problems: ['invalid_cursor'],
  },
} as const satisfies Record<string, RouteContract>;
