import { z } from 'zod';
import { instant, reasonCode, sides } from '../../model/index.ts';
import { listOf, paging } from '../list.ts';
import type { RouteContract } from '../route.ts';

/** One line of a session's log: what was written, decided or asked. Names of fields, never their values. */
export const logLine = z.object({
  at: instant,
  /** `write`: a change that a provider took. `decision`: the newest one, where this session made it. `issue`: opened or seen again. */
  kind: z.enum(['write', 'decision', 'issue']),
  side: z.enum(sides).nullable(),
  object: z.string().nullable(),
  id: z.string().nullable(),
  /** create, update, delete; of a decision what was decided. */
  action: z.string().nullable(),
  reason: reasonCode.nullable(),
  fields: z.array(z.string()),
  /** The provider's own words, of an issue. */
  message: z.string().nullable(),
});

export const sessionLogRoutes = {
  'GET /api/sessions/{id}/log': {
    summary: 'What one session wrote, decided and asked, oldest first: for a download as JSON Lines or CSV. Without any content',
    access: 'session.read',
    path: z.strictObject({ id: z.uuid() }),
    query: z.strictObject({ ...paging, limit: z.coerce.number().int().min(1).max(1000).default(500) }),
    status: 200,
    answer: listOf(logLine),
    problems: ['invalid_cursor'],
  },
} as const satisfies Record<string, RouteContract>;
