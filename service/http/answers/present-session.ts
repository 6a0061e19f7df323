import type { z } from 'zod';
import { isReason, type Reason, type session } from '../../../core/model/index.ts';
import type { SessionRow } from '../ports/index.ts';

/** A code that this version does not know (a newer worker wrote it) is shown as what it is: something of ours. */
export const knownReason = (reason: string): Reason => (isReason(reason) ? reason : 'bug');

const none = { http: 0, operations: 0 };

export const presentSession = (row: SessionRow): z.input<typeof session> => ({
  id: row.id,
  userId: row.userId,
  trigger: row.trigger,
  state: row.state,
  queuedAt: row.queuedAt,
  startedAt: row.startedAt,
  finishedAt: row.finishedAt,
  durationMilliseconds: row.startedAt && row.finishedAt ? Date.parse(row.finishedAt) - Date.parse(row.startedAt) : null,
  counts: [...row.counts],
  requests: { outlook: row.requests.outlook ?? none, salesforce: row.requests.salesforce ?? none },
  reason: row.reason === null ? null : knownReason(row.reason),
  message: row.error?.message ?? null,
});
