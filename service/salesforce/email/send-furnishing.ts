import type { SyncError } from '../../../core/model/index.ts';
import { AnswerLost } from '../answer-lost.ts';
import { type Asking, failureOf } from '../ask-parts.ts';
import { classifyError } from '../classify-answer.ts';
import { mostParts, type PartAnswer, sendComposite } from '../composite.ts';
import { firstError } from '../read-errors.ts';
import { readRowAnswers } from '../read-row-answers.ts';
import type { SalesforceRecord } from '../records.ts';
import type { SalesforceRequest } from '../salesforce-client.ts';
import { readShown } from '../show-written.ts';
import type { FurnishingRow } from './furnishing.ts';

/** Rows that one collection takes. */
export const mostRows = 200;

/** What became of the rows of one request: those that are missing in `errors` stand. */
export interface SentFurnishing {
  errors: Map<FurnishingRow, SyncError>;
  shown: ReadonlyMap<string, SalesforceRecord>;
}

/** The rows in as few requests as they need, each at most four collections; `show` are the queries that go behind the last. */
export function furnishingRequests(rows: readonly FurnishingRow[]): FurnishingRow[][][] {
  const kinds = Map.groupBy(rows, (row) => `${row.record.attributes.type} ${holdsReference(row) ? rows.indexOf(row) : ''}`);
  const alone = [...kinds.values()].filter(([first]) => first && holdsReference(first));
  const collections = [...kinds.values()].filter(([first]) => first && !holdsReference(first)).flatMap((group) => chunks(group, mostRows));
  return [...chunks(collections, mostParts - 1), ...alone.map((group) => [group])];
}

/** One request. Never throws for what Salesforce says of it. */
export async function sendFurnishing(
  asking: Asking,
  collections: readonly (readonly FurnishingRow[])[],
  show: readonly string[],
): Promise<SentFurnishing> {
  try {
    const { parts, shown } = await send(asking, collections, show);
    return { errors: new Map(collections.flatMap((rows, index) => errorsOf(asking, rows, parts[index]))), shown };
  } catch (error) {
    const failure = failureOf(error, asking.settings);
    if (failure === null) throw error;
    return { errors: new Map(collections.flat().map((row) => [row, failure])), shown: new Map() };
  }
}

async function send(
  { client }: Asking,
  collections: readonly (readonly FurnishingRow[])[],
  show: readonly string[],
): Promise<{ parts: PartAnswer[]; shown: ReadonlyMap<string, SalesforceRecord> }> {
  const requests = collections.map(toCollection);
  const [only] = requests;
  // A text like "@{a}" would be taken for a reference to another part of a composite.
  if (only && collections.flat().some(holdsReference)) return { parts: [await client.send(only)], shown: new Map() };
  const queries = show.map((path): SalesforceRequest => ({ method: 'GET', path }));
  const { parts } = await sendComposite(client, [...requests, ...queries], true);
  return { parts, shown: readShown(parts.slice(requests.length)) };
}

export const toCollection = (rows: readonly FurnishingRow[]): SalesforceRequest => ({
  method: 'POST',
  path: '/composite/sobjects',
  body: { allOrNone: false, records: rows.map(({ record }) => record) },
});

/** Those of a collection that do not stand. */
export function errorsOf({ settings }: Asking, rows: readonly FurnishingRow[], part: PartAnswer | undefined): [FurnishingRow, SyncError][] {
  const now = settings.clock.now();
  const context = { now, random: settings.random() };
  const all = (error: SyncError) => rows.map((row): [FurnishingRow, SyncError] => [row, error]);
  if (part && part.status >= 300) return all(classifyError(firstError(part.status, part.body), context));
  const answers = part ? readRowAnswers(part.body, rows.length) : null;
  if (!answers) return all(new AnswerLost('the answers of the rows could not be read').toSyncError(now));
  return rows.flatMap((row, index): [FurnishingRow, SyncError][] => {
    const answer = answers[index];
    return answer && 'error' in answer ? [[row, classifyError(answer.error, context)]] : [];
  });
}

const holdsReference = ({ record }: FurnishingRow): boolean =>
  Object.values(record).some((value) => typeof value === 'string' && value.includes('@{'));

function chunks<T>(values: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, index) => values.slice(index * size, (index + 1) * size));
}
