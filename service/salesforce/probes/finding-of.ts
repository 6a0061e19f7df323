import { type CheckOutcome, type FindingCode, isOwnFinding } from '../../../core/connectivity/index.ts';
import type { SyncError } from '../../../core/model/index.ts';

/** What a refusal means to the people who can mend it. The evidence is Salesforce's own code and words. */
export function findingOf(error: SyncError): CheckOutcome {
  return { result: 'failed', finding: codeOf(error), evidence: `${error.code}: ${error.message}` };
}

function codeOf(error: SyncError): FindingCode {
  if (error.kind === 'retry-at') return error.scope === 'salesforce-org' ? 'quota-used-up' : 'provider-failed';
  if (error.kind === 'sign-in') return signIn(error);
  if (error.code === 'API_DISABLED_FOR_ORG' || error.code === 'API_CURRENTLY_DISABLED') return 'api-disabled';
  if (/^(INVALID_FIELD|INVALID_TYPE|INSUFFICIENT_ACCESS)/.test(error.code)) return 'permission-missing';
  return 'read-failed';
}

function signIn(error: Extract<SyncError, { kind: 'sign-in' }>): FindingCode {
  if (isOwnFinding(error.code)) return error.code;
  if (error.code === 'inactive_user' || error.code === 'INACTIVE_USER') return 'user-inactive';
  return error.final || error.code === 'INVALID_SESSION_ID' ? 'sign-in-ended' : 'unexpected';
}
