import { z } from 'zod';
import type { SyncError } from '../../core/model/index.ts';
import type { GraphAnswer } from './graph-request.ts';
import { retryDelay } from './retry-delay.ts';

/** Codes whose meaning does not hang on the status (learn.microsoft.com/graph/errors and live reports), in lower case. */
const passing = new Set([
  'mailboxinfostale',
  'errormailboxmoveinprogress',
  'errorserverbusy',
  'errorinternalservertransienterror',
  'errortimeoutexpired',
  'errormailboxstoreunavailable',
  'activitylimitreached',
  'applicationthrottled',
  'toomanyrequests',
]);
const noMailbox = new Set([
  'mailboxnotenabledforrestapi',
  'resourcenotfound',
  'request_resourcenotfound',
  'errornonexistentmailbox',
  'errorinvaliduser',
]);
const goneItem = new Set([
  'erroritemnotfound',
  'itemnotfound',
  // A meeting taken out of its series, and one that the changed rule has no place for: EWS's own words, which Graph hands on as they are.
  'errorcalendaroccurrenceisdeletedfromrecurrence',
  'errorcalendaroccurrenceindexisoutofrecurrencerange',
]);
const quota = new Set(['errorquotaexceeded', 'errormessagesizeexceeded']);

const envelope = z.object({ error: z.object({ code: z.string(), message: z.string().catch('') }) });

export interface AnswerContext {
  now: number;
  /** Attempts made so far, from 1. */
  attempt: number;
  random: number;
}

/** Code and message of Graph's error envelope; the status stands in where there is none. Branch on code, never on message. */
export function errorOf(answer: GraphAnswer): { code: string; message: string } {
  const parsed = envelope.safeParse(answer.body);
  if (parsed.success) return parsed.data.error;
  return { code: `http-${answer.status}`, message: `Microsoft Graph answered ${answer.status} without an explanation.` };
}

/** Turns every answer that is not a success into one of the six words the engine knows. Pure; its table is its test. */
export function classifyAnswer(answer: GraphAnswer, context: AnswerContext): SyncError {
  const { code, message } = errorOf(answer);
  const known = code.toLowerCase();
  const { status } = answer;
  if (status === 429 || passing.has(known) || (status >= 500 && status !== 501 && status !== 507) || status === 408 || status === 423)
    return { kind: 'retry-at', at: retryAt(answer, context), scope: 'mailbox', code, message };
  if (status === 401) return { kind: 'sign-in', final: false, side: 'outlook', code, message };
  if (status === 409 || status === 412) return { kind: 'conflict', code, message };
  if (goneItem.has(known)) return { kind: 'gone', code, message };
  if (quota.has(known) || status === 507) return { kind: 'refused', code, message, fields: [], scope: 'mailbox' };
  if (status === 403 || noMailbox.has(known)) return { kind: 'refused', code, message, fields: [], scope: 'mailbox' };
  if (status >= 400 && status < 500 && status !== 405) return { kind: 'refused', code, message, fields: [], scope: 'item' };
  return { kind: 'bug', code, message };
}

function retryAt(answer: GraphAnswer, { attempt, now, random }: AnswerContext): string {
  return new Date(now + retryDelay(answer.retryAfter, attempt, now, random)).toISOString();
}

/** The place in a delta listing is forgotten: the status differs, the code's case differs (microsoft-graph-docs #2162, #2350, #2877). */
export function isLostPlace(answer: GraphAnswer): boolean {
  if (answer.status === 410) return true;
  const code = errorOf(answer).code.toLowerCase();
  return answer.status >= 400 && ['syncstatenotfound', 'syncstateinvalid', 'resyncrequired'].includes(code);
}
