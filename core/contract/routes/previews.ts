import { z } from 'zod';
import { job, user } from '../../model/index.ts';
import type { RouteContract } from '../route.ts';
import { userPath } from './users.ts';

export const previewRoutes = {
  'POST /api/users/{id}/preview': {
    summary: 'What the next sync would do: reads both sides, writes to neither; joins a preview that is under way. Rows by the job',
    access: 'user.preview',
    path: userPath,
    status: 202,
    answer: job,
    problems: ['not_connected'],
  },
  'GET /api/users/{id}/preview': {
    summary: 'The newest preview of this user, and whether the first sync waits for its confirmation',
    access: 'user.preview',
    path: userPath,
    status: 200,
    answer: z.object({ job: job.nullable(), awaitsConfirmation: z.boolean() }),
    problems: [],
  },
  'POST /api/users/{id}/preview/confirm': {
    summary: 'Begin to sync, having seen the preview: asked once, when synchronization is first enabled',
    access: 'user.switch-synchronization',
    path: userPath,
    /** The preview that was seen: it must be finished, and the newest. */
    body: z.strictObject({ jobId: z.uuid() }),
    status: 200,
    answer: user,
    problems: ['preview_needed'],
  },
  'GET /api/organizations/{id}/preview': {
    summary: 'The newest preview of the organization, and how many mailboxes one goes through',
    access: 'user.preview',
    path: z.strictObject({ id: z.uuid() }),
    status: 200,
    /** `sources`: Teams and sites that are switched on; their calendars are gone through, too. */
    answer: z.object({ job: job.nullable(), mailboxes: z.int(), sources: z.int() }),
    problems: [],
  },
  'POST /api/organizations/{id}/preview': {
    summary: 'What the next syncs of all users of the organization would do, user by user. Rows by the job',
    access: 'user.preview',
    path: z.strictObject({ id: z.uuid() }),
    status: 202,
    answer: job,
    problems: [],
  },
} as const satisfies Record<string, RouteContract>;
