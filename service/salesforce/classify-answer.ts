import type { SyncError } from '../../core/model/index.ts';
import { keyField } from './salesforce-object.ts';

/** One error as Salesforce words it; `status` is the HTTP status, 200 for a row of a collection. */
export interface SalesforceError {
  status: number;
  code: string;
  message: string;
  fields: readonly string[];
}

export interface ErrorContext {
  now: number;
  /** Uniform in [0, 1). */
  random: number;
}

/** Salesforce names no time to come back; this is the first step of the ladder on which the engine parks an org. */
const parkedFor = 30 * 60_000;
const shortWait = 60_000;

const gone = new Set(['ENTITY_IS_DELETED', 'NOT_FOUND', 'INVALID_ID_FIELD_DELETED']);
const signIn = new Set(['INVALID_SESSION_ID', 'INVALID_AUTH_HEADER', 'INVALID_LOGIN', 'INACTIVE_USER']);
const passing = new Set(['SERVER_UNAVAILABLE', 'UNKNOWN_EXCEPTION', 'UNABLE_TO_LOCK_ROW', 'QUERY_TIMEOUT', 'REQUEST_RUNNING_TOO_LONG']);
const wholeUser = new Set(['API_DISABLED_FOR_ORG', 'API_CURRENTLY_DISABLED', 'STORAGE_LIMIT_EXCEEDED']);

/** Turns each refusal, of a request or of one row, into one of the six words the engine knows. Pure; its table is its test. */
export function classifyError(error: SalesforceError, { now, random }: ErrorContext): SyncError {
  const { code, message, fields, status } = error;
  const later = (wait: number): string => new Date(now + Math.round(wait)).toISOString();
  if (code === 'REQUEST_LIMIT_EXCEEDED') return { kind: 'retry-at', at: later(parkedFor), scope: 'salesforce-org', code, message };
  if (code === 'UNABLE_TO_LOCK_ROW') return { kind: 'retry-at', at: later(shortWait * (0.5 + random)), scope: 'item', code, message };
  if (passing.has(code) || status >= 500 || status === 429 || status === 420)
    return { kind: 'retry-at', at: later(shortWait * (0.5 + random)), scope: 'mailbox', code, message };
  if (signIn.has(code) || status === 401) return { kind: 'sign-in', final: code === 'INACTIVE_USER', side: 'salesforce', code, message };
  if (gone.has(code)) return { kind: 'gone', code, message };
  if (status === 412 || isKeyRace(error)) return { kind: 'conflict', code, message };
  if (wholeUser.has(code)) return { kind: 'refused', code, message, fields, scope: 'mailbox' };
  // The statement itself is wrong: ours, not the record's.
  if (code === 'MALFORMED_QUERY' || code === 'JSON_PARSER_ERROR' || status === 405) return { kind: 'bug', code, message };
  if (status === 403) return { kind: 'refused', code, message, fields, scope: 'mailbox' };
  return { kind: 'refused', code, message, fields, scope: 'item' };
}

/**
 * Another upsert of our key was under way: planned again, it finds the record and updates it. Two records that already share the key
 * (DUPLICATE_EXTERNAL_ID, 300) are two candidates, and a value that is unique for the customer's own reasons is a rule: both are refused,
 * for a person to decide.
 */
function isKeyRace({ code, message, fields }: SalesforceError): boolean {
  return code === 'DUPLICATE_VALUE' && (fields.includes(keyField) || message.includes(keyField));
}
