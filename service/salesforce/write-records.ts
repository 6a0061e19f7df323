import type { SyncError } from '../../core/model/index.ts';
import type { Write, WriteAnswer } from '../../core/sync/index.ts';
import { type Asking, failureOf } from './ask-parts.ts';
import { toCollections, toRequests } from './build-collection.ts';
import { checkVersions } from './check-versions.ts';
import { mostParts } from './composite.ts';
import { readBack } from './read-back.ts';
import { type RowOutcome, sendCollections } from './send-collections.ts';
import { undeleteRecords } from './undelete-records.ts';

/** Attempts of a row whose parent another transaction holds; waits grow and are jittered. */
const lockAttempts = 4;
const lockWait = 400;
/** Rows that one read-back takes. */
const mostAtOnce = 2000;

interface Written {
  write: Write;
  id: string;
}

/**
 * Sends writes: stamps are compared, rows go out 200 a collection and five collections a request, then what was written is read back, so
 * that the base is what Salesforce stored and not what we sent. Every write is answered exactly once; refusals as soon as they are known.
 */
export async function* writeRecords(asking: Asking, writes: readonly Write[]): AsyncGenerator<readonly WriteAnswer[]> {
  for (let start = 0; start < writes.length; start += mostAtOnce) {
    const slice = writes.slice(start, start + mostAtOnce);
    const stale = await refusals(asking, slice);
    const refused = slice.flatMap((write) => failed(write, stale(write)) ?? []);
    if (refused.length > 0) yield refused;
    const sound = slice.filter((write) => stale(write) === null);
    const restored = await undeleteRecords(
      asking,
      sound.filter((write) => write.restores),
    );
    const unsure = sound.flatMap((write) => failed(write, restored.lost.get(write.intentId) ?? null) ?? []);
    if (unsure.length > 0) yield unsure;
    const written = sound.flatMap((write): Written[] =>
      restored.back.has(write.intentId) && write.remoteId !== null ? [{ write, id: write.remoteId }] : [],
    );
    const open = sound.filter((write) => !restored.back.has(write.intentId) && !restored.lost.has(write.intentId));
    for await (const answers of send(asking, open, written)) yield answers;
    if (written.length > 0) yield await readBack(asking, written);
  }
}

/** Why a write does not even go out; null where it does. */
async function refusals(asking: Asking, writes: readonly Write[]): Promise<(write: Write) => SyncError | null> {
  try {
    const stale = await checkVersions(asking, writes);
    return (write) => stale.get(write.intentId) ?? keyless(write);
  } catch (error) {
    const failure = failureOf(error, asking.settings);
    if (failure === null) throw error;
    return () => failure;
  }
}

const keyless = (write: Write): SyncError | null =>
  write.operation === 'create' && write.key === null
    ? { kind: 'bug', code: 'create-without-key', message: 'A create without an external id could be done twice.' }
    : null;

/** Side effect: collects in `written` what is to be read back. */
async function* send(asking: Asking, writes: readonly Write[], written: Written[]): AsyncGenerator<WriteAnswer[]> {
  const byIntent = new Map(writes.map((write) => [write.intentId, write]));
  let rows: readonly Write[] = writes;
  for (let attempt = 1; rows.length > 0; attempt += 1) {
    const locked: Write[] = [];
    let stop: SyncError | null = null;
    for (const some of toRequests(toCollections(rows), mostParts)) {
      if (stop) {
        yield some.flatMap(({ rows: unsent }) => unsent.flatMap((write) => failed(write, stop) ?? []));
        continue;
      }
      const sent = await sendCollections(asking, some);
      stop = sent.stop;
      const answers = sent.outcomes.flatMap((outcome) => settle(outcome, byIntent, written, attempt < lockAttempts ? locked : null) ?? []);
      if (answers.length > 0) yield answers;
    }
    rows = locked;
    if (rows.length > 0) await asking.settings.clock.sleep(lockWait * attempt * (0.5 + asking.settings.random()), asking.access.stop);
  }
}

/** The answer, or undefined where the row is read back (`written`) or sent again (`locked`) first. */
function settle(
  outcome: RowOutcome,
  byIntent: ReadonlyMap<string, Write>,
  written: Written[],
  locked: Write[] | null,
): WriteAnswer | undefined {
  const write = byIntent.get(outcome.intentId);
  if (!write) return undefined;
  if ('error' in outcome) {
    if (locked === null || outcome.error.code !== 'UNABLE_TO_LOCK_ROW') return failed(write, outcome.error);
    locked.push(write);
    return undefined;
  }
  if (write.operation === 'delete') return { intentId: write.intentId, done: true, remoteId: outcome.id, version: '', raw: null };
  written.push({ write, id: outcome.id });
  return undefined;
}

function failed({ intentId }: Write, error: SyncError | null): WriteAnswer | undefined {
  return error === null ? undefined : { intentId, done: false, error };
}
