import { z } from 'zod';
import { job, pieceKinds } from '../../model/index.ts';
import type { RouteContract } from '../route.ts';

const userPath = z.strictObject({ id: z.uuid() });
const kind = z.enum(pieceKinds);

/** What Lockstep put into a mailbox, and what its settings want there. */
export const customizationAnswer = z.object({
  initialized: z.boolean(),
  /** `madeByUs` false: it stood there before, and is never removed. */
  pieces: z.array(z.object({ kind, name: z.string(), madeByUs: z.boolean() })),
  wanted: z.array(z.object({ kind, name: z.string() })),
  /** The newest reset or reapply; null where there was none. */
  job: job.nullable(),
});

/** What a reset or a reapply would take out of the mailbox, by the books; each item is looked at again before it goes. */
export const clearingAnswer = z.object({
  objects: z.array(
    z.object({
      object: z.string(),
      /** Made by Lockstep from Salesforce and touched by nobody. */
      removed: z.int(),
      /** Stay because a person edited them in Outlook. */
      edited: z.int(),
      /** Stay because people are invited: a deletion would send them a cancellation. */
      meetings: z.int(),
      other: z.int(),
    }),
  ),
  /** Pairs that stay and are compared afresh. */
  pairs: z.int(),
  pieces: z.array(z.object({ kind, name: z.string(), madeByUs: z.boolean() })),
});

const clearing = {
  access: 'user.customize',
  path: userPath,
  status: 202,
  answer: z.object({ job }),
  problems: ['job_in_progress'],
} as const;

export const customizationRoutes = {
  'GET /api/users/{id}/customization': {
    summary: 'What Lockstep put into this mailbox: category, folders, lists',
    access: 'user.read',
    path: userPath,
    status: 200,
    answer: customizationAnswer,
    problems: [],
  },
  'GET /api/users/{id}/customization/clearing': {
    summary: 'What a reset or a reapply would remove and what would stay, in counts; changes nothing',
    access: 'user.customize',
    path: userPath,
    status: 200,
    answer: clearingAnswer,
    problems: [],
  },
  'POST /api/users/{id}/reset': {
    summary:
      'Reset mailbox: synchronization off, and everything that Lockstep put into the mailbox removed; the next first run puts it in again',
    ...clearing,
  },
  'POST /api/users/{id}/reapply': {
    summary: 'Reapply customization: as a reset, followed by a fresh synchronization; cures consistency errors',
    ...clearing,
  },
} as const satisfies Record<string, RouteContract>;
