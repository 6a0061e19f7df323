import { z } from 'zod';
import { objectKinds } from '../../model/index.ts';
import type { RouteContract } from '../route.ts';
import { userPath } from './users.ts';

export const visibilityAnswer = z
  .object({
    object: z.string(),
    id: z.string(),
    title: z.string().nullable(),
    /** A record of it is in Salesforce already; else this is what would hold if it were saved. */
    saved: z.boolean(),
    /** `outlook`: it stays in Outlook. `few`: the owner and those above. `record`: whoever sees what it belongs to. */
    level: z.enum(['outlook', 'few', 'record', 'everyone', 'unknown']),
    /** `names`: of roles, or of the records that one must see. `certain` is false where it depends on what Lockstep cannot see. */
    audiences: z.array(
      z.object({
        who: z.enum(['owner', 'administrators', 'above', 'readers', 'everyone', 'sharing']),
        certain: z.boolean(),
        names: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'Visibility' });

export const visibilityRoutes = {
  'GET /api/users/{id}/visibility': {
    summary: 'Who in Salesforce could see an item of Outlook, before or after it is saved, by the sharing defaults of the org',
    access: 'decision.read',
    path: userPath,
    query: z.strictObject({ object: z.enum(objectKinds), id: z.string().min(1).max(1000) }),
    status: 200,
    answer: visibilityAnswer,
    problems: ['not_connected', 'provider_failed'],
  },
} as const satisfies Record<string, RouteContract>;
