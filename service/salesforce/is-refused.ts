import { type SyncError, SyncFailure } from '../../core/model/index.ts';

/** An edition without an object, or a user without the right to it: no reason to stop, where something else still tells. */
export const isRefusal = (error: SyncError): boolean =>
  (error.kind === 'refused' || error.kind === 'bug') && error.code !== 'API_DISABLED_FOR_ORG';

export const isRefused = (error: unknown): boolean => error instanceof SyncFailure && isRefusal(error.error);
