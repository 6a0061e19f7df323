import type { SyncError } from '../../core/model/index.ts';

/** The connection ended before a whole answer came: whether the provider did the work is not known. */
export class AnswerLost extends Error {
  constructor(cause: unknown) {
    super(`no answer from Microsoft Graph (${reason(cause)})`, { cause });
    this.name = 'AnswerLost';
  }

  toSyncError(now: number): Extract<SyncError, { kind: 'retry-at' }> {
    return { kind: 'retry-at', at: new Date(now).toISOString(), scope: 'item', code: 'answer-lost', message: this.message };
  }
}

function reason(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const inner: unknown = cause.cause;
  if (inner instanceof Error) return 'code' in inner ? String(inner.code) : inner.message;
  return cause.message;
}
