import { SyncFailure } from '../../core/model/index.ts';

export type ReadingRefusal = { ok: false; code: 'not_found' | 'not_connected' | 'provider_failed' };

/**
 * What a failed look at one item says to whoever named it: an id that the provider does not take or does not know is theirs to correct, and
 * "try again in a minute" would send them in circles. Anything but a provider's refusal is a bug and stays one.
 */
export function failedReading(error: unknown): ReadingRefusal {
  if (!(error instanceof SyncFailure)) throw error;
  const { error: cause } = error;
  if (cause.kind === 'sign-in') return { ok: false, code: 'not_connected' };
  const unknown = cause.kind === 'gone' || (cause.kind === 'refused' && cause.scope === 'item');
  return { ok: false, code: unknown ? 'not_found' : 'provider_failed' };
}
