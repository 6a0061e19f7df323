import { z } from 'zod';
import { instant, sessionId, userId } from './ids.ts';
import { reasonCode } from './reason-code.ts';

export const sessionState = z.enum(['queued', 'running', 'succeeded', 'partly', 'held', 'failed']);
export type SessionState = z.infer<typeof sessionState>;

export const sessionTrigger = z.enum(['schedule', 'force', 'first', 'retry', 'notification', 'undo']);
export type SessionTrigger = z.infer<typeof sessionTrigger>;

/** `up`: Outlook to Salesforce. `down`: Salesforce to Outlook. */
export const direction = z.enum(['up', 'down']);
export type Direction = z.infer<typeof direction>;

/** What one session did to one object in one direction. Stored as it is in session.counts. */
export const sessionCount = z.object({
  object: z.string(),
  direction,
  created: z.int(),
  updated: z.int(),
  deleted: z.int(),
  skipped: z.int(),
  failed: z.int(),
  held: z.int(),
});
export type SessionCount = z.infer<typeof sessionCount>;

/** HTTP requests, and operations inside them ($batch and /composite items count singly). */
export const requestCount = z.object({ http: z.int(), operations: z.int() });
export const sessionRequests = z.object({ outlook: requestCount, salesforce: requestCount });
export type SessionRequests = z.infer<typeof sessionRequests>;

export const session = z
  .object({
    id: sessionId,
    userId,
    trigger: sessionTrigger,
    state: sessionState,
    queuedAt: instant,
    startedAt: instant.nullable(),
    finishedAt: instant.nullable(),
    durationMilliseconds: z.int().nullable(),
    /** One line per object and direction that had something to do. */
    counts: z.array(sessionCount),
    requests: sessionRequests,
    /** Why it failed, is held, or only partly succeeded. */
    reason: reasonCode.nullable(),
    /** The provider's own words, where it failed; never a token or a body. */
    message: z.string().nullable(),
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof session>;
