import { z } from 'zod';
import { mailboxAccess } from '../../model/index.ts';
import type { RouteContract } from '../route.ts';

const place = z.object({ id: z.uuid(), name: z.string(), mailboxAccess });

/**
 * `access-differs`: the mailbox will be reached in another way, which may break access. `impersonation`: the service reaches the mailbox by its
 * own right, which must hold for it. `organization-off`: nothing syncs there. `settings-differ`: see `settings`.
 */
export const moveWarning = z.enum(['access-differs', 'impersonation', 'organization-off', 'settings-differ']);

export const moveRoutes = {
  'POST /api/users/{id}/move/preview': {
    summary: 'What moving a user to another organization would change; moves nothing (PATCH /api/users/{id} does)',
    access: 'user.move',
    path: z.strictObject({ id: z.uuid() }),
    body: z.strictObject({ organizationId: z.uuid() }),
    status: 200,
    answer: z.object({
      from: place,
      to: place,
      warnings: z.array(moveWarning),
      settings: z.array(z.object({ key: z.string(), before: z.unknown(), after: z.unknown() })),
    }),
    problems: [],
  },
} as const satisfies Record<string, RouteContract>;
