import { z } from 'zod';
import { direction, job, jobRow, objectKinds, userKind } from '../../model/index.ts';
import { listOf, paging } from '../list.ts';
import type { RouteContract } from '../route.ts';

const jobPath = z.strictObject({ id: z.uuid() });

export const jobRoutes = {
  'GET /api/jobs/{id}': {
    summary: 'How a job stands: a preview, an undo and other work that takes longer than a request',
    access: 'job.read',
    path: jobPath,
    status: 200,
    answer: job,
    problems: [],
  },
  'GET /api/jobs/{id}/rows': {
    summary: 'What a job planned or did, item by item, in the order in which it came up',
    access: 'job.read',
    path: jobPath,
    query: z.strictObject({
      ...paging,
      action: z.enum(['create', 'update', 'delete', 'restore', 'link', 'unlink', 'skip', 'hold']).optional(),
      object: z.enum(objectKinds).optional(),
      direction: direction.optional(),
      outcome: z.enum(['planned', 'done', 'held', 'refused', 'failed']).optional(),
      userId: z.uuid().optional(),
    }),
    status: 200,
    answer: listOf(jobRow),
    problems: ['invalid_cursor'],
  },
  'GET /api/jobs/{id}/mailboxes': {
    summary: 'What a job planned or did, in counts by mailbox; first those with something that failed or waits for an answer',
    access: 'job.read',
    path: jobPath,
    query: z.strictObject({ ...paging }),
    status: 200,
    answer: listOf(
      z.object({
        userId: z.uuid(),
        /** `team`, `site`: its calendar, which has a user's id without being a mailbox. */
        kind: userKind,
        name: z.string(),
        email: z.string(),
        creates: z.int(),
        updates: z.int(),
        deletes: z.int(),
        skips: z.int(),
        holds: z.int(),
        failed: z.int(),
        /** People who would be mailed, each once. */
        recipients: z.int(),
      }),
    ),
    problems: ['invalid_cursor'],
  },
} as const satisfies Record<string, RouteContract>;
