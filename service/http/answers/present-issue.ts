import type { z } from 'zod';
import { type IssueOffer, type issue, type Reason, reasonInfo } from '../../../core/model/index.ts';
import type { IssueRow } from '../ports/index.ts';
import { knownReason } from './present-session.ts';

const held: ReadonlySet<Reason> = new Set(['delete-brake', 'invitation-guard']);

/** What may be said to an issue: a held write is allowed or refused, anything else that waits for a person is tried again or left be. */
export const answersTo = (row: Pick<IssueRow, 'reason' | 'state'>): IssueOffer[] => {
  if (row.state !== 'open') return [];
  const reason = knownReason(row.reason);
  if (held.has(reason)) return ['allow', 'refuse'];
  if (reason === 'duplicate-candidates') return ['choose', 'create-new', 'retry', 'ignore'];
  return reasonInfo(reason).severity === 'ask' ? ['retry', 'ignore'] : [];
};

export const presentIssue = (row: IssueRow & { withheld?: true }): z.input<typeof issue> => ({
  id: row.id,
  userId: row.userId,
  sessionId: row.sessionId,
  object: row.object,
  side: row.side,
  remoteId: row.remoteId,
  reason: knownReason(row.reason),
  who: reasonInfo(knownReason(row.reason)).who,
  detail: row.detail,
  state: row.state,
  answers: answersTo(row),
  firstSeenAt: row.firstSeenAt,
  lastSeenAt: row.lastSeenAt,
  resolvedAt: row.resolvedAt,
  ...(row.withheld ? { withheld: true } : {}),
});
