import { z } from 'zod';
import { mappingRule, mappingRules, objectKinds } from '../../model/index.ts';
import type { RouteContract } from '../route.ts';

const path = z.strictObject({ id: z.uuid() });
const object = z.enum(objectKinds);
const travels = z.enum(['both', 'up', 'down']);

export const objectMapping = z.object({
  object,
  /** Salesforce's name of the object. */
  sobject: z.string(),
  /** The pairs that Lockstep keeps by itself, with the direction that holds now; `salesforce` where the pair may be kept elsewhere. */
  standard: z.array(z.object({ field: z.string(), travels: z.union([travels, z.literal('none')]), salesforce: z.string().nullable() })),
  /** Outlook's properties that a rule of kind `pair` may name. */
  extras: z.array(z.object({ name: z.string(), travels: z.enum(['both', 'up']) })),
  /** The org's fields, as the user sees them whose access was used. */
  salesforceFields: z.array(
    z.object({ name: z.string(), label: z.string(), type: z.string(), length: z.int(), custom: z.boolean(), writable: z.boolean() }),
  ),
  rules: z.array(mappingRule),
});

export const mappingRoutes = {
  'GET /api/organizations/{id}/mapping': {
    summary: "How the organization's fields are kept in step, and what its Salesforce org offers",
    access: 'setting.read',
    path,
    status: 200,
    answer: z.object({ salesforceOrgId: z.string(), seenBy: z.uuid(), objects: z.array(objectMapping) }),
    problems: ['not_connected', 'provider_failed'],
  },
  'PUT /api/organizations/{id}/mapping/{object}': {
    summary: 'Keep the fields of one object otherwise: checked against the org, then read anew by the next sync of each mailbox',
    access: 'setting.update',
    path: z.strictObject({ id: z.uuid(), object }),
    body: z.strictObject({ rules: mappingRules }),
    status: 200,
    answer: objectMapping,
    problems: ['not_connected', 'provider_failed', 'setting_locked'],
  },
} as const satisfies Record<string, RouteContract>;
