import type { SyncError } from '../../core/model/index.ts';
import { AnswerLost } from './answer-lost.ts';
import { classifyAnswer, isLostPlace } from './classify-answer.ts';
import type { GraphAnswer, GraphRequest } from './graph-request.ts';
import type { GraphSettings } from './graph-settings.ts';
import { longestInlineWait } from './pacer.ts';
import { retryDelay } from './retry-delay.ts';

/** Attempts of one request in one run; after the last the engine decides when to come back. */
const mostAttempts = 5;
/** Attempts of a read, and round trips in a row, that find nobody there; then the lane waits about that long (ms). */
export const mostLost = 3;
const unreachableWait = 60_000;

/** A request on its way: how often it went, and when it may go again. */
export interface Waiting {
  place: number;
  request: GraphRequest;
  attempt: number;
  notBefore: number;
}

export type Settled = { answer: GraphAnswer } | { error: SyncError };

/**
 * What an answer means for its request. Undefined: it goes round again, not before `notBefore`.
 * Side effect: counts the attempt and sets `notBefore`.
 */
export function settleAnswer(item: Waiting, answer: GraphAnswer | AnswerLost, settings: GraphSettings): Settled | undefined {
  item.attempt += 1;
  return answer instanceof AnswerLost ? settleLost(item, answer, settings) : settleWhole(item, answer, settings);
}

/** Nobody answers: what is left waits, the whole mailbox with it. */
export function unreachable(lost: AnswerLost, { clock, random }: GraphSettings): SyncError {
  const now = clock.now();
  return { ...lost.toSyncError(now), scope: 'mailbox', at: new Date(now + Math.round(unreachableWait * (0.5 + random()))).toISOString() };
}

/** Only reads go again: whether a write was done is for the engine to find out. */
function settleLost(item: Waiting, lost: AnswerLost, settings: GraphSettings): Settled | undefined {
  const now = settings.clock.now();
  if (item.request.method !== 'GET') return { error: lost.toSyncError(now) };
  if (item.attempt >= mostLost) return { error: unreachable(lost, settings) };
  item.notBefore = now + retryDelay(null, item.attempt, now, settings.random());
  return undefined;
}

function settleWhole(item: Waiting, answer: GraphAnswer, settings: GraphSettings): Settled | undefined {
  if (answer.status < 400 || isLostPlace(answer)) return { answer };
  const now = settings.clock.now();
  const error = classifyAnswer(answer, { now, attempt: item.attempt, random: settings.random() });
  if (error.kind !== 'retry-at') return { error };
  if (answer.status >= 500 && !item.request.repeatable) return { error: { ...error, scope: 'item', code: 'answer-lost' } };
  const at = Date.parse(error.at);
  if (item.attempt >= mostAttempts || at - now > longestInlineWait) return { error };
  item.notBefore = at;
  return undefined;
}
