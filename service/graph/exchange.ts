import type { SyncError } from '../../core/model/index.ts';
import { SyncFailure } from '../../core/model/index.ts';
import { AnswerLost } from './answer-lost.ts';
import { batchSize, type GraphClient } from './graph-client.ts';
import type { GraphAnswer, GraphRequest } from './graph-request.ts';
import type { GraphAccess, GraphSettings } from './graph-settings.ts';
import { mostLost, type Settled, settleAnswer, unreachable, type Waiting } from './settle-answer.ts';

/** What became of one request: `place` is its index in what was given. */
export type Outcome = { place: number } & Settled;

/**
 * Sends any number of requests, 20 at a time, and yields what became of them as each round trip returns. Every request is settled exactly
 * once, by its own place. One that was throttled is sent again, it alone, after its own Retry-After; waits over 5 s become `retry-at`.
 * Where the sign-in is refused, the mailbox must wait or nobody answers any more, what is left is not sent and shares that error.
 * Answers that end a delta listing (410) are success here: the reader knows what to do with them.
 */
export async function* exchange(
  client: GraphClient,
  settings: GraphSettings,
  access: GraphAccess,
  requests: readonly GraphRequest[],
): AsyncGenerator<Outcome[]> {
  let waiting: Waiting[] = requests.map((request, place) => ({ place, request, attempt: 0, notBefore: 0 }));
  let lost = 0;
  while (waiting.length > 0) {
    const now = settings.clock.now();
    const round = waiting.filter((item) => item.notBefore <= now).slice(0, batchSize);
    if (round.length === 0) {
      await settings.clock.sleep(Math.min(...waiting.map((item) => item.notBefore)) - now, access.stop);
      continue;
    }
    const sent = await attempt(client, round);
    const settled = 'kind' in sent ? [] : settleRound(round, sent, settings);
    const places = new Set(settled.map((outcome) => outcome.place));
    waiting = waiting.filter((item) => !places.has(item.place));
    lost = isLost(sent) ? lost + 1 : 0;
    const stop = stopOf(sent, settled) ?? (isLost(sent) && lost >= mostLost ? unreachable(sent[0], settings) : null);
    if (stop) {
      yield [...settled, ...waiting.map(({ place }) => ({ place, error: stop }))];
      return;
    }
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
type Sent = SyncError | readonly (GraphAnswer | AnswerLost)[];

async function attempt(client: GraphClient, round: readonly Waiting[]): Promise<Sent> {
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

const isLost = (sent: Sent): sent is readonly [AnswerLost, ...AnswerLost[]] =>
  !('kind' in sent) && sent.length > 0 && sent.every((answer) => answer instanceof AnswerLost);

function settleRound(round: readonly Waiting[], sent: readonly (GraphAnswer | AnswerLost)[], settings: GraphSettings): Outcome[] {
  return round.flatMap((item, index) => {
    const settled = settleAnswer(item, sent[index] ?? new AnswerLost('not answered'), settings);
    return settled ? [{ place: item.place, ...settled }] : [];
  });
}

function stopOf(sent: Sent, settled: readonly Outcome[]): SyncError | null {
  if ('kind' in sent) return sent;
  const refused = settled.find((outcome) => 'error' in outcome && outcome.error.kind === 'sign-in');
  return refused && 'error' in refused ? refused.error : null;
}
