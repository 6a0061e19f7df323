import { SyncFailure } from '../../core/model/index.ts';
import type { Outcome } from './exchange.ts';

/** The body of what was answered; anything else is thrown as SyncFailure. */
export function bodyOf(outcome: Outcome | undefined): unknown {
  if (outcome && 'answer' in outcome) return outcome.answer.body;
  throw new SyncFailure(outcome?.error ?? { kind: 'bug', code: 'no-outcome', message: 'a request was not answered' });
}
