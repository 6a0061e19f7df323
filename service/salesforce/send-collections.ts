import type { SyncError } from '../../core/model/index.ts';
import { AnswerLost } from './answer-lost.ts';
import { type Asking, failureOf } from './ask-parts.ts';
import { buildCollection, heavyOf, type WriteCollection } from './build-collection.ts';
import { classifyError } from './classify-answer.ts';
import { mostParts, type PartAnswer, referenceOf, sendComposite } from './composite.ts';
import { guardTrial, learnFromTrial } from './guard-writes.ts';
import { checkLook, readLook, wasKeptBack } from './look-first.ts';
import { lookRequests } from './look-requests.ts';
import { firstError } from './read-errors.ts';
import { readRowAnswers } from './read-row-answers.ts';
import type { SalesforceRecord } from './records.ts';
import type { SalesforceRequest } from './salesforce-client.ts';
import { readShown, showWritten } from './show-written.ts';
import { readStale } from './stamp-look.ts';

/** What became of one row. */
export type RowOutcome = { intentId: string; id: string } | { intentId: string; error: SyncError };

export interface SentRows {
  outcomes: RowOutcome[];
  /** Records as they stand after the request, by id, as far as it had room to show them. */
  shown: ReadonlyMap<string, SalesforceRecord>;
  stop: SyncError | null;
}

const nothing: ReadonlyMap<string, SalesforceRecord> = new Map();

/**
 * Sends some collections as one request, once, and says what became of every row and, where it can, how the records stand now. `stop` is set
 * where nothing more should be sent now: nobody answers, the daily requests are used up, the token is refused.
 */
export async function sendCollections(asking: Asking, collections: readonly WriteCollection[]): Promise<SentRows> {
  try {
    const { parts, shown, looks } = await sendParts(asking, collections);
    const outcomes = collections.flatMap((collection, index) => rowOutcomes(asking, collection, parts[index], looks.get(collection) ?? []));
    return { outcomes, shown, stop: outcomes.map(wholeStop).find((error) => error !== null) ?? null };
  } catch (error) {
    const failure = failureOf(error, asking.settings);
    if (failure === null) throw error;
    const outcomes = collections.flatMap((collection) => allFailed(collection, failure));
    return { outcomes, shown: nothing, stop: endsAll(failure) ? failure : null };
  }
}

/** What must be alone goes as it is; everything else brings along what shows it, and what tries the org's guards. */
async function sendParts(
  asking: Asking,
  collections: readonly WriteCollection[],
): Promise<{
  parts: PartAnswer[];
  shown: ReadonlyMap<string, SalesforceRecord>;
  looks: ReadonlyMap<WriteCollection, readonly PartAnswer[]>;
}> {
  const [only] = collections;
  if (collections.length === 1 && only?.alone)
    return { parts: [await asking.client.send(buildCollection(only))], shown: nothing, looks: new Map() };
  const looks: SalesforceRequest[] = [];
  const places = new Map<WriteCollection, { start: number; end: number }>();
  for (const collection of collections) {
    if (collection.look === null) continue;
    const start = looks.length;
    looks.push(...lookRequests(collection.look, start));
    places.set(collection, { start, end: looks.length });
  }
  const trial = [guardTrial(asking, collections, looks.length) ?? []].flat();
  const show = showWritten(asking, collections, mostParts - heavyOf(collections)).map(
    (path): SalesforceRequest => ({ method: 'GET', path }),
  );
  const rows = collections.map((collection): SalesforceRequest => {
    const place = places.get(collection);
    return { ...buildCollection(collection), ...(place ? { unlessFound: referenceOf(place.end - 1) } : {}) };
  });
  const { parts } = await sendComposite(asking.client, [...looks, ...rows, ...trial, ...show], true);
  const written = parts.slice(looks.length);
  learnFromTrial(asking, trial.length > 0 ? written[collections.length] : undefined);
  return {
    parts: written,
    shown: readShown(written.slice(collections.length + trial.length)),
    looks: new Map([...places].map(([collection, { start, end }]) => [collection, parts.slice(start, end)])),
  };
}

function rowOutcomes(
  asking: Asking,
  collection: WriteCollection,
  part: PartAnswer | undefined,
  looks: readonly PartAnswer[],
): RowOutcome[] {
  const { settings } = asking;
  const now = settings.clock.now();
  if (part && collection.look !== null && wasKeptBack(part))
    return collection.operation === 'update' ? readStale(asking, collection.rows, looks[0]) : readLook(asking, collection.rows, looks);
  if (collection.look !== null) checkLook(asking, looks);
  if (part && part.status >= 300)
    return allFailed(collection, classifyError(firstError(part.status, part.body), { now, random: settings.random() }));
  const [only] = collection.rows;
  if (collection.guarded && part && only) return [{ intentId: only.intentId, id: only.remoteId ?? '' }];
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
