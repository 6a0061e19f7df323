import type { SyncError } from '../../core/model/index.ts';
import { SyncFailure } from '../../core/model/index.ts';
import { AnswerLost } from './answer-lost.ts';
import { classifyAnswer, isLostPlace } from './classify-answer.ts';
import { batchSize, type GraphClient } from './graph-client.ts';
import type { GraphAnswer, GraphRequest } from './graph-request.ts';
import type { GraphAccess, GraphSettings } from './graph-settings.ts';
import { longestInlineWait } from './pacer.ts';
import { retryDelay } from './retry-delay.ts';

/** Attempts of one request in one run; after the last the engine decides when to come back. */
const mostAttempts = 5;
/** Attempts of a read that found nobody there, and about how long (ms) the lane then waits. */
const readAttempts = 3;
const unreachableWait = 60_000;

/** What became of one request: `place` is its index in what was given. */
export type Outcome = { place: number; answer: GraphAnswer } | { place: number; error: SyncError };

interface Waiting {
  place: number;
  request: GraphRequest;
  attempt: number;
  notBefore: number;
}

/**
 * Sends any number of requests, 20 at a time, and yields what became of them as each round trip returns. Every request is settled exactly
 * once, by its own place. One that was throttled is sent again, it alone, after its own Retry-After; waits over 5 s become `retry-at`.
 * Answers that end a delta listing (410) are success here: the reader knows what to do with them.
 */
export async function* exchange(
  client: GraphClient,
  settings: GraphSettings,
  access: GraphAccess,
  requests: readonly GraphRequest[],
): AsyncGenerator<Outcome[]> {
  let waiting: Waiting[] = requests.map((request, place) => ({ place, request, attempt: 0, notBefore: 0 }));
  while (waiting.length > 0) {
    const now = settings.clock.now();
    const round = waiting.filter((item) => item.notBefore <= now).slice(0, batchSize);
    if (round.length === 0) {
      await settings.clock.sleep(Math.min(...waiting.map((item) => item.notBefore)) - now, access.stop);
      continue;
    }
    const settled = settle(round, await attempt(client, round), settings);
    const places = new Set(settled.map((outcome) => outcome.place));
    waiting = waiting.filter((item) => !places.has(item.place));
    if (settled.length > 0) yield settled;
  }
}

/** All of them at once, for reads: the outcomes at the place of their request. */
export async function exchangeAll(
  client: GraphClient,
  settings: GraphSettings,
  access: GraphAccess,
  requests: readonly GraphRequest[],
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for await (const settled of exchange(client, settings, access, requests))
    for (const outcome of settled) outcomes[outcome.place] = outcome;
  return outcomes;
}

/** What a round trip brought: one failure for all, or an answer (or none) for each. */
async function attempt(client: GraphClient, round: readonly Waiting[]): Promise<SyncError | readonly (GraphAnswer | AnswerLost)[]> {
  try {
    const answers = await client.send(round.map((item) => item.request));
    return answers.map((answer) => (isWhole(answer) ? answer : new AnswerLost('its part of the answer could not be read')));
  } catch (error) {
    if (error instanceof AnswerLost) return round.map(() => error);
    if (error instanceof SyncFailure) return error.error;
    throw error;
  }
}

const isWhole = (answer: GraphAnswer | undefined): answer is GraphAnswer =>
  answer !== undefined && (answer.status >= 400 || answer.body !== undefined);

function settle(round: readonly Waiting[], sent: SyncError | readonly (GraphAnswer | AnswerLost)[], settings: GraphSettings): Outcome[] {
  if ('kind' in sent) return round.map(({ place }) => ({ place, error: sent }));
  return round.flatMap((item, index) => {
    const answer = sent[index];
    item.attempt += 1;
    const outcome = answer instanceof AnswerLost || !answer ? settleLost(item, answer, settings) : settleOne(item, answer, settings);
    return outcome ? [{ place: item.place, ...outcome }] : [];
  });
}

type Settled = { answer: GraphAnswer } | { error: SyncError };

/** Undefined: it goes round again, not before `notBefore`. Only reads do: whether a write was done is for the engine to find out. */
function settleLost(item: Waiting, lost: AnswerLost | undefined, settings: GraphSettings): Settled | undefined {
  const now = settings.clock.now();
  const error = (lost ?? new AnswerLost('not answered')).toSyncError(now);
  if (item.request.method !== 'GET') return { error };
  const random = settings.random();
  if (item.attempt >= readAttempts)
    return { error: { ...error, scope: 'mailbox', at: new Date(now + unreachableWait * (0.5 + random)).toISOString() } };
  item.notBefore = now + retryDelay(null, item.attempt, now, random);
  return undefined;
}

function settleOne(item: Waiting, answer: GraphAnswer, settings: GraphSettings): Settled | undefined {
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
