import { type CheckOutcome, type FindingCode, isOwnFinding } from '../../../core/connectivity/index.ts';
import type { SyncError } from '../../../core/model/index.ts';

/** Consent is missing (65001), was withdrawn, or the application is not known in the tenant. */
const consent = new Set(['AADSTS65001', 'AADSTS70011', 'AADSTS700016', 'AADSTS90094']);
const noMailbox = new Set([
  'mailboxnotenabledforrestapi',
  'resourcenotfound',
  'request_resourcenotfound',
  'errornonexistentmailbox',
  'errorinvaliduser',
]);

/** What a refusal means to the people who can mend it. The evidence is the provider's own code and words. */
export function findingOf(error: SyncError): CheckOutcome {
  return { result: 'failed', finding: codeOf(error), evidence: `${error.code}: ${error.message}` };
}

function codeOf(error: SyncError): FindingCode {
  if (error.kind === 'retry-at') return /throttl|toomanyrequests/i.test(error.code) ? 'throttled' : 'provider-failed';
  if (error.kind === 'sign-in') {
    if (isOwnFinding(error.code)) return error.code;
    if (consent.has(error.code)) return 'consent-missing';
    return error.final || error.code === 'InvalidAuthenticationToken' ? 'sign-in-ended' : 'unexpected';
  }
  if (noMailbox.has(error.code.toLowerCase())) return 'mailbox-not-found';
  if (error.kind === 'refused' && error.scope === 'mailbox') return 'mailbox-denied';
  return 'read-failed';
}
