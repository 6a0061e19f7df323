import { type Reason, type SyncError, SyncFailure } from '../../../core/model/index.ts';
import type { JobResult } from './ports.ts';

/** What a job comes to when this was thrown: patience postpones it, anything else fails it with the provider's words, or as a bug. */
export function failedResult(error: unknown): Exclude<JobResult, { state: 'done' }> {
  if (!(error instanceof SyncFailure)) {
    return { state: 'failed', reason: 'bug', message: error instanceof Error ? error.name : 'unforeseen' };
  }
  const { error: cause } = error;
  if (cause.kind === 'retry-at') return { state: 'later', dueAt: cause.at, reason: reasonOf(cause) };
  return { state: 'failed', reason: reasonOf(cause), message: cause.message };
}

function reasonOf(error: SyncError): Reason {
  if (error.kind === 'sign-in') return error.side === 'outlook' ? 'sign-in-outlook' : 'sign-in-salesforce';
  if (error.kind === 'retry-at') return error.scope === 'salesforce-org' ? 'parked-quota' : 'parked-throttled';
  return error.kind === 'refused' ? 'refused' : error.kind === 'gone' ? 'gone' : 'bug';
}
