/**
 * Everything a provider may answer instead of success, closed. One pure classifier per provider makes these
 * (service/graph/classify-answer.ts, service/salesforce/classify-answer.ts); anything else throws.
 */
export type SyncError =
  | { kind: 'retry-at'; at: string; scope: 'item' | 'mailbox' | 'salesforce-org'; code: string; message: string }
  | { kind: 'sign-in'; final: boolean; side: 'outlook' | 'salesforce'; code: string; message: string }
  | { kind: 'refused'; code: string; message: string; fields: readonly string[]; scope: 'item' | 'mailbox' }
  | { kind: 'gone'; code: string; message: string }
  | { kind: 'conflict'; code: string; message: string }
  | { kind: 'bug'; code: string; message: string };

/** Thrown by adapters where a whole call failed, not one item of it. */
export class SyncFailure extends Error {
  readonly error: SyncError;
  constructor(error: SyncError) {
    super(`${error.kind}: ${error.code} ${error.message}`);
    this.name = 'SyncFailure';
    this.error = error;
  }
}
