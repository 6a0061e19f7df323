import type { SyncError } from '../../core/model/index.ts';
import { AnswerLost } from './answer-lost.ts';
import { type Asking, failureOf } from './ask-parts.ts';
import { buildCollection, type WriteCollection } from './build-collection.ts';
import { classifyError } from './classify-answer.ts';
import { type PartAnswer, sendComposite } from './composite.ts';
import { firstError } from './read-errors.ts';
import { readRowAnswers } from './read-row-answers.ts';

/** What became of one row. */
export type RowOutcome = { intentId: string; id: string } | { intentId: string; error: SyncError };

/**
 * Sends some collections as one request, once, and says what became of every row. `stop` is set where nothing more should be
 * sent now: nobody answers, the daily requests are used up, the token is refused.
 */
export async function sendCollections(
  asking: Asking,
  collections: readonly WriteCollection[],
): Promise<{ outcomes: RowOutcome[]; stop: SyncError | null }> {
  try {
    const parts = await sendParts(asking, collections);
    const outcomes = collections.flatMap((collection, index) => rowOutcomes(asking, collection, parts[index]));
    return { outcomes, stop: outcomes.map(wholeStop).find((error) => error !== null) ?? null };
  } catch (error) {
    const failure = failureOf(error, asking.settings);
    if (failure === null) throw error;
    return { outcomes: collections.flatMap((collection) => allFailed(collection, failure)), stop: endsAll(failure) ? failure : null };
  }
}

/** One collection goes as it is, several as one composite. */
async function sendParts({ client }: Asking, collections: readonly WriteCollection[]): Promise<PartAnswer[]> {
  const [only] = collections;
  if (collections.length === 1 && only) return [await client.send(buildCollection(only))];
  return (await sendComposite(client, collections.map(buildCollection))).parts;
}

function rowOutcomes({ settings }: Asking, collection: WriteCollection, part: PartAnswer | undefined): RowOutcome[] {
  const now = settings.clock.now();
  if (part && part.status >= 300)
    return allFailed(collection, classifyError(firstError(part.status, part.body), { now, random: settings.random() }));
  const answers = part ? readRowAnswers(part.body, collection.rows.length) : null;
  if (!answers) return allFailed(collection, new AnswerLost('the answers of the rows could not be read').toSyncError(now));
  return collection.rows.flatMap(({ intentId }, index): RowOutcome[] => {
    const answer = answers[index];
    if (!answer) return [];
    if ('id' in answer) return [{ intentId, id: answer.id }];
    return [{ intentId, error: classifyError(answer.error, { now, random: settings.random() }) }];
  });
}

const allFailed = ({ rows }: WriteCollection, error: SyncError): RowOutcome[] => rows.map(({ intentId }) => ({ intentId, error }));

function wholeStop(outcome: RowOutcome): SyncError | null {
  return 'error' in outcome && endsAll(outcome.error) && outcome.error.code !== 'answer-lost' ? outcome.error : null;
}

/** Nothing more is to be sent now; otherwise what is wrong is this request's alone. */
function endsAll(error: SyncError): boolean {
  if (error.kind === 'retry-at') return error.scope !== 'item' || error.code === 'answer-lost';
  return error.kind === 'sign-in' || (error.kind === 'refused' && error.scope === 'mailbox');
}
