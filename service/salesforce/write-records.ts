import type { SyncError } from '../../core/model/index.ts';
import type { Write, WriteAnswer } from '../../core/sync/index.ts';
import { type Asking, failureOf } from './ask-parts.ts';
import { lookAtFields } from './ask-shown.ts';
import { toCollections, toRequests } from './build-collection.ts';
import { checkVersions } from './check-versions.ts';
import { mostParts } from './composite.ts';
import { findKnown } from './find-known.ts';
import { distrustGuards, mayGuard } from './guard-writes.ts';
import { leadsLookedUp, lookedUp, lookOf } from './look-first.ts';
import { sobjectOf } from './objects.ts';
import { readBack, shownAnswer } from './read-back.ts';
import { type RowOutcome, type SentRows, sendCollections } from './send-collections.ts';
import { stampLook } from './stamp-look.ts';
import { undeleteRecords } from './undelete-records.ts';
import { barredOf, fieldCodes, writable } from './writable-fields.ts';

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
 * Sends writes: stamps are compared, rows go out 200 a collection and five collections a request, and what was written is read back, so
 * that the base is what Salesforce stored and not what we sent; in the same request where that has room. A few updates need no look at their
 * stamps: Salesforce compares them itself (ADR 28). Every write is answered exactly once; refusals as soon as they are known.
 */
export async function* writeRecords(asking: Asking, writes: readonly Write[]): AsyncGenerator<readonly WriteAnswer[]> {
  for (let start = 0; start < writes.length; start += mostAtOnce) {
    const slice = writes.slice(start, start + mostAtOnce);
    const guarded = mayGuard(asking, slice);
    const looked = looksLater(asking, slice);
    const stale = guarded && looked.length === 0 ? keyless : await refusals(asking, guarded ? [] : slice, looked);
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
    const open = sound
      .filter((write) => !restored.back.has(write.intentId) && !restored.lost.has(write.intentId))
      .map((write) => (looked.includes(write) ? free(write) : write));
    for await (const answers of send(asking, open, { written, guarded })) yield answers;
    if (written.length === 0) continue;
    const answers = await readBack(asking, written);
    yield answers.map((answer, index) => withBarred(asking, written[index]?.write, answer));
  }
}

/** What stands there now says nothing of the fields that could not be sent: whoever books it has to know them. */
function withBarred(asking: Asking, write: Write | undefined, answer: WriteAnswer): WriteAnswer {
  const barred = answer.done && answer.raw !== null && write ? barredOf(asking, write) : [];
  return barred.length > 0 && answer.done ? { ...answer, barred } : answer;
}

/** Why a write does not even go out; null where it does. */
async function refusals(asking: Asking, writes: readonly Write[], looked: readonly Write[]): Promise<(write: Write) => SyncError | null> {
  try {
    const stale = await checkVersions(asking, writes);
    const known = await findKnown(asking, looked);
    return (write) => stale.get(write.intentId) ?? known.get(write.intentId) ?? keyless(write);
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

/** Creates that must be looked up before they go out; the others are by the request that makes them. */
function looksLater(asking: Asking, writes: readonly Write[]): readonly Write[] {
  const looked = writes.filter(({ unlessKnown, operation }) => operation === 'create' && unlessKnown && unlessKnown.length > 0);
  return looked.length === 0 || lookOf(asking, looked) === null ? looked : [];
}

/** Leads were. */
const freeOfLeads = (write: Write): Write => ({ ...write, unlessLead: false });
/** It was looked up. */
const free = (write: Write): Write => ({ ...write, unlessKnown: [] });

interface Sending {
  /** Side effect: what is still to be read back is collected here. */
  written: Written[];
  guarded: boolean;
}

async function* send(asking: Asking, writes: readonly Write[], sending: Sending): AsyncGenerator<WriteAnswer[]> {
  const byIntent = new Map(writes.map((write) => [write.intentId, write]));
  let rows: readonly Write[] = writes.map((write) => writable(asking, write));
  let { guarded } = sending;
  let looked = false;
  let guessed = false;
  for (let attempt = 1; rows.length > 0; attempt += 1) {
    const again: Again = { ...nothingAgain(), mayWait: attempt < lockAttempts, mayLook: !looked, mayDrop: !guessed };
    for await (const sent of sendRows(asking, rows, guarded)) {
      const answers = sent.outcomes.flatMap(
        (outcome) => settle(outcome, byIntent, { ...sending, guarded, shown: sent.shown, again }) ?? [],
      );
      if (answers.length > 0) yield answers.map((answer) => withBarred(asking, byIntent.get(answer.intentId), answer));
    }
    if (again.unguarded.length > 0) {
      distrustGuards(asking);
      guarded = false;
    }
    looked ||= again.barred.length > 0;
    guessed ||= again.dropped.length > 0;
    if (again.dropped.length > 0) asking.settings.accountLooks?.forget(asking.access);
    const unknown = await lookAt(asking, again.barred);
    if (unknown) yield again.barred.flatMap((write) => failed(write, unknown) ?? []);
    rows = [...again.locked, ...again.unguarded, ...again.looked, ...again.dropped.map(plain), ...(unknown ? [] : again.barred)].map(
      (write) => writable(asking, write),
    );
    if (again.locked.length > 0)
      await asking.settings.clock.sleep(lockWait * attempt * (0.5 + asking.settings.random()), asking.access.stop);
  }
}

/** One try: what came of each row, request by request; after a stop the rest is not sent. */
async function* sendRows(asking: Asking, rows: readonly Write[], guarded: boolean): AsyncGenerator<Pick<SentRows, 'outcomes' | 'shown'>> {
  let stop: SyncError | null = null;
  const collections = toCollections(rows, guarded, (some) => (some[0]?.operation === 'update' ? stampLook(some) : lookOf(asking, some)));
  for (const some of toRequests(collections, mostParts)) {
    if (stop) {
      const error = stop;
      yield { outcomes: some.flatMap(({ rows: unsent }) => unsent.map(({ intentId }) => ({ intentId, error }))), shown: new Map() };
      continue;
    }
    const sent = await sendCollections(asking, some);
    stop = sent.stop;
    yield sent;
  }
}

/**
 * Rows to send once more: a parent was locked, a field may not be written by this user and is left out then, the guard refused what has the
 * expected version (that was a look at its stamp, so it may go without), somebody beside it is known and it is not, or the account that was found for
 * it is there no more.
 */
interface Again {
  locked: Write[];
  barred: Write[];
  unguarded: Write[];
  looked: Write[];
  dropped: Write[];
  mayWait: boolean;
  mayLook: boolean;
  mayDrop: boolean;
}

const nothingAgain = () => ({ locked: [], barred: [], unguarded: [], looked: [], dropped: [] });

/** How Salesforce refuses a record that is gone, or that this user may not use. */
const parentCodes = ['INVALID_CROSS_REFERENCE_KEY', 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', 'ENTITY_IS_DELETED'];

/** Without what was only found by its looks. */
function plain(write: Write): Write {
  const { guessed = [], body, ...rest } = write;
  return { ...rest, body: body && Object.fromEntries(Object.entries(body).filter(([name]) => !guessed.includes(name))) };
}

/** Finds out what this user may write; answers why that did not succeed, null where it did. */
async function lookAt(asking: Asking, writes: readonly Write[]): Promise<SyncError | null> {
  if (writes.length === 0) return null;
  try {
    const asked = writes.map(({ object, remoteId }) => ({ object, sobject: sobjectOf(object, remoteId ?? '') }));
    await lookAtFields(asking, asked);
    return null;
  } catch (error) {
    const failure = failureOf(error, asking.settings);
    if (failure === null) throw error;
    return failure;
  }
}

interface Settling extends Sending, Pick<SentRows, 'shown'> {
  again: Again;
}

/** The answer, or undefined where the row is read back (`written`) or sent again first. */
function settle(outcome: RowOutcome, byIntent: ReadonlyMap<string, Write>, settling: Settling): WriteAnswer | undefined {
  const write = byIntent.get(outcome.intentId);
  if (!write) return undefined;
  if ('error' in outcome) return settleError(write, outcome.error, settling);
  if (write.operation === 'delete') return { intentId: write.intentId, done: true, remoteId: outcome.id, version: '', raw: null };
  const answer = shownAnswer(write, settling.shown.get(outcome.id));
  if (!answer) settling.written.push({ write, id: outcome.id });
  return answer;
}

function settleError(write: Write, error: SyncError, { again, guarded, shown }: Settling): WriteAnswer | undefined {
  const unchanged = shown.get(write.remoteId ?? '')?.SystemModstamp === write.expectedVersion;
  if (again.mayWait && error.code === 'UNABLE_TO_LOCK_ROW') again.locked.push(write);
  else if (again.mayLook && fieldCodes.includes(error.code)) again.barred.push(write);
  else if (error.code === lookedUp.code) again.looked.push(free(write));
  else if (error.code === leadsLookedUp.code) again.looked.push(freeOfLeads(write));
  else if (guarded && error.kind === 'conflict' && unchanged) again.unguarded.push(write);
  else if (again.mayDrop && write.guessed && parentCodes.includes(error.code)) again.dropped.push(write);
  else return failed(write, error);
  return undefined;
}

function failed({ intentId }: Write, error: SyncError | null): WriteAnswer | undefined {
  return error === null ? undefined : { intentId, done: false, error };
}
