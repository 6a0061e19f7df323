import type { Fault } from '../../faults/faults.ts';
import { refused, type SalesforceError } from '../salesforce-error.ts';

/** The fault `row-lock`: the first `rows` rows of the request (one unless told) cannot get their lock. */
export function failsByLock(fault: Fault | undefined, row: number): boolean {
  return fault?.do === 'row-lock' && row < (fault.rows ?? 1);
}

export function lockError(): SalesforceError {
  return refused('UNABLE_TO_LOCK_ROW', 'unable to obtain exclusive access to this record or 1 records');
}
