import type { z } from 'zod';
import { type job, type jobRow, reasonInfo } from '../../../core/model/index.ts';
import type { JobRecord, JobRowRecord } from '../ports/index.ts';
import { knownReason } from './present-session.ts';

export const presentJob = (row: JobRecord): z.input<typeof job> => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  userId: row.userId,
  organizationId: row.organizationId,
  createdAt: row.createdAt,
  startedAt: row.startedAt,
  finishedAt: row.finishedAt,
  counts: { ...row.counts },
  reason: row.reason === null ? null : knownReason(row.reason),
  message: row.error?.message ?? null,
  parameters: { ...row.parameters },
});

export const presentJobRow = (row: JobRowRecord): z.input<typeof jobRow> => {
  const reason = row.reason === null ? null : knownReason(row.reason);
  return {
    ...row,
    reason,
    who: reason === null ? null : reasonInfo(reason).who,
    fields: [...row.fields],
    recipients: [...row.recipients],
    detail: { ...row.detail },
  };
};
