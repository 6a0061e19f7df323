import { z } from 'zod';
import { conflict, conflictKeeps, objectKinds } from '../../model/index.ts';
import { listOf, paging } from '../list.ts';
import type { RouteContract } from '../route.ts';
import { userPath } from './users.ts';

const keep = z.enum(conflictKeeps);
/** A mail is written once, so nothing of it can be in conflict. */
const objectName = z.enum(objectKinds).exclude(['email']);
const fieldName = z.string().regex(/^[a-z][A-Za-z0-9]{0,59}$/, 'must be one of Lockstep\'s field names, as "surname"');

export const conflictRoutes = {
  'GET /api/users/{id}/conflicts': {
    summary: 'The conflict inbox: fields that both sides changed, newest first; by default those that wait for an answer',
    access: 'issue.read',
    path: userPath,
    query: z.strictObject({
      ...paging,
      /** `kept`: decided already, with the value that lost, which can be put back. */
      state: z.enum(['open', 'kept', 'all']).default('open'),
      object: objectName.optional(),
      field: fieldName.optional(),
    }),
    status: 200,
    answer: listOf(conflict),
    problems: ['invalid_cursor'],
  },
  'POST /api/conflicts/{id}/resolve': {
    summary: "Keep Outlook's value, Salesforce's, or what both held before; of a decided one, put back the value that lost",
    access: 'issue.answer',
    path: z.strictObject({ id: z.uuid() }),
    body: z.strictObject({ keep }),
    status: 200,
    answer: conflict,
    problems: ['already_answered', 'answer_not_possible'],
  },
  'POST /api/users/{id}/conflicts/resolve': {
    summary: 'One answer to all open conflicts of an object or a field; with `always`, from now on too. `dryRun` only counts',
    access: 'issue.answer',
    path: userPath,
    body: z
      .strictObject({
        object: objectName,
        field: fieldName.optional(),
        keep,
        /** Makes it a rule: the setting "{object}.conflict.fields" of this user names the side as the owner of the field. */
        always: z.boolean().default(false),
        dryRun: z.boolean().default(false),
      })
      .refine(
        (body) => !body.always || (body.field !== undefined && body.keep !== 'base'),
        'a rule needs a field and one of the two sides',
      ),
    status: 200,
    answer: z.object({
      /** How many open conflicts were answered, or would be. */
      count: z.int(),
      dryRun: z.boolean(),
      /** The setting as it is made, or would be; null without `always`. */
      setting: z.object({ key: z.string(), value: z.unknown() }).nullable(),
    }),
    problems: ['setting_locked'],
  },
} as const satisfies Record<string, RouteContract>;
