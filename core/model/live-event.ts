import { z } from 'zod';
import { instant } from './ids.ts';

/**
 * What changed, told to open screens. Carries ids and counts, never content: who sees it asks again for what it needs.
 * `session.progress` data: {sessionId, done, total}; `session.*`: {sessionId, state}; `issue.*`: {issueId, reason};
 * `job.changed`: {jobId, kind, state}; `user.changed`, `organization.changed`, `settings.changed`: {}.
 */
export const liveEventKind = z.enum([
  'user.changed',
  'organization.changed',
  'settings.changed',
  'session.queued',
  'session.started',
  'session.progress',
  'session.finished',
  'issue.opened',
  'issue.resolved',
  'job.changed',
]);
export type LiveEventKind = z.infer<typeof liveEventKind>;

export const liveEvent = z.object({
  id: z.string(),
  kind: liveEventKind,
  at: instant,
  customerId: z.uuid(),
  organizationId: z.uuid().nullable(),
  userId: z.uuid().nullable(),
  data: z.record(z.string(), z.unknown()),
});
export type LiveEvent = z.infer<typeof liveEvent>;
