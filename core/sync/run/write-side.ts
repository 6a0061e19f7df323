import { contactAddresses } from '../../mapping/index.ts';
import { type Side, type SyncError, SyncFailure } from '../../model/index.ts';
import { storedAccount } from '../accounts/stored-account.ts';
import { heedsLeads } from '../leads/find-leads.ts';
import { leftParts, removedMail } from '../mail/left-parts.ts';
import { writeMails } from '../mail/write-mails.ts';
import { titled } from '../plan/title-of.ts';
import type { IssueNote, Receipt, TakenIntent as Taken } from '../ports/lane-store.ts';
import type { Lookup, Write, WriteAnswer } from '../ports/provider.ts';
import { ahead } from './ahead.ts';
import { editedBetween } from './edited-between.ts';
import { inOrder } from './in-order.ts';
import { inWaves, renewVersions } from './in-waves.ts';
import { isoNow, type LaneRun } from './lane-run.ts';
import { lookAtConflicts } from './look-at-conflicts.ts';
import { refusalReason } from './refusal-reason.ts';
import { gaveReceipt, isGift, sendGifts } from './send-gifts.ts';
import { translate } from './translate.ts';
import { withTaskStatuses } from './with-task-statuses.ts';

interface Seen {
  conflicts: number;
  later: number;
  /** The access was refused for a single write: the next one would be, too. */
  signIn: Extract<SyncError, { kind: 'sign-in' }> | null;
}

/**
 * So many writes are taken at a time: ten full collections of Salesforce; of Outlook, where twenty are a request, fewer, since all that is taken is in memory.
 */
const batch = { salesforce: 2_000, outlook: 500 };

/**
 * So many answers are booked in one transaction. A $batch of Graph brings twenty, which would cost five times the transactions; a read-back
 * of Salesforce brings thousands, which would hold the lane's row for long. What a kill leaves unbooked is looked up by the next run.
 */
const portion = { least: 100, most: 500 };

/**
 * Rooms 13 and 14 for one side: pending intents go out, many a request, and their answers are booked while the next request is under way.
 * Returns how many items stand differently than planned: they are planned again in this run.
 *
 * @throws SyncFailure where a write was refused for want of a sign-in: what is booked stays booked, the session has failed and counts as such.
 */
export async function writeSide(run: LaneRun, side: Side): Promise<number> {
  const seen: Seen = { conflicts: 0, later: 0, signIn: null };
  for (;;) {
    run.stop.throwIfAborted();
    const taken = await run.store.take(run.lane, side, batch[side], isoNow(run));
    if (taken.length === 0) return seen.conflicts;
    await send(run, side, taken, seen);
    if (seen.signIn) throw new SyncFailure(seen.signIn);
    if (seen.later > 0) return seen.conflicts;
  }
}

async function send(run: LaneRun, side: Side, taken: readonly Taken[], seen: Seen): Promise<void> {
  const open = new Map(taken.map((intent) => [intent.id, intent]));
  const save = inOrder();
  const unbooked: Receipt[] = [];
  const book = async (least: number): Promise<void> => {
    while (unbooked.length >= least) {
      const some = unbooked.splice(0, portion.most);
      await save.next(() => run.store.saveReceipts(run.lane, some));
    }
  };
  try {
    for (const [place, wave] of inWaves(taken).entries()) {
      if (seen.later > 0 || seen.signIn) break;
      const current = place === 0 ? wave : await renewVersions(run, side, wave);
      for await (const answers of ahead(writeAll(await withTaskStatuses(run, side, current), side, current))) {
        await forgetGoneMails(run, answers, open);
        const standing = await lookAtConflicts(run, side, answers, open);
        const books = answers.flatMap((answer) => receipt(run, open.get(answer.intentId), answer, standing) ?? []);
        for (const answer of answers) open.delete(answer.intentId);
        seen.conflicts += books.filter(isOpenAgain).length;
        seen.later += books.filter((entry) => entry.outcome === 'later').length;
        seen.signIn ??= refusedSignIn(answers);
        unbooked.push(...books);
        await book(portion.least);
      }
    }
  } finally {
    await book(1);
    await save.settled();
  }
  if (open.size > 0) await run.store.untake(run.lane, [...open.keys()]);
}

/** Planned again in this run. */
const isOpenAgain = (entry: Receipt): boolean =>
  entry.outcome === 'conflict' || (entry.outcome === 'done' && entry.otherEdits) || (entry.outcome === 'failed' && entry.replan === true);

function refusedSignIn(answers: readonly WriteAnswer[]): Seen['signIn'] {
  for (const answer of answers) if (!answer.done && answer.error.kind === 'sign-in') return answer.error;
  return null;
}

/** Mails bring what is not in the books, a few at a time; everything else goes as it is booked. */
async function* writeAll(run: LaneRun, side: Side, taken: readonly Taken[]): AsyncGenerator<readonly WriteAnswer[]> {
  const mails = taken.filter(isMailCreate);
  const gifts = taken.filter(isGift);
  const others = mails.length + gifts.length > 0 ? taken.filter((intent) => !isMailCreate(intent) && !isGift(intent)) : taken;
  if (gifts.length > 0) yield* sendGifts(run, gifts);
  if (others.length > 0) yield* run.providers[side].write(others.map((intent) => toWrite(run, intent)));
  const anew = mails.filter((intent) => intent.remoteId === null);
  yield* restoreMails(
    run,
    mails.filter((intent) => intent.remoteId !== null),
    anew,
  );
  if (anew.length > 0) yield* writeMails(run, anew, (intent, fields) => toWrite(run, { ...intent, fields, whole: null }));
}

/** Out of the bin with all that hangs on them; what is not there any more is made anew, from the mail in Outlook. */
async function* restoreMails(run: LaneRun, mails: readonly Taken[], anew: Taken[]): AsyncGenerator<readonly WriteAnswer[]> {
  if (mails.length === 0) return;
  for await (const answers of run.providers.salesforce.write(mails.map((intent) => toWrite(run, intent)))) {
    const lost = new Set(answers.flatMap((answer) => (!answer.done && answer.error.code === 'not-in-bin' ? answer.intentId : [])));
    anew.push(...mails.filter(({ id }) => lost.has(id)));
    yield answers.filter(({ intentId }) => !lost.has(intentId));
  }
}

const isMailCreate = ({ object, operation }: Taken): boolean => object === 'email' && operation === 'create';

/** A mail that was not there any more when its body was read is known as removed, so that the next plan knows it, too. */
async function forgetGoneMails(run: LaneRun, answers: readonly WriteAnswer[], open: ReadonlyMap<string, Taken>): Promise<void> {
  const gone = answers.flatMap((answer) => {
    const intent = open.get(answer.intentId);
    const remoteId = intent?.link.outlookId;
    return !answer.done && answer.error.code === 'mail-gone' && remoteId ? removedMail(remoteId) : [];
  });
  if (gone.length > 0) await run.store.saveLookups(run.lane, gone, isoNow(run));
}

function toWrite(run: LaneRun, intent: Taken): Write {
  const { id, object, operation, remoteId, key, expectedVersion, maybeSent } = intent;
  const home = operation === 'create' ? homeOf(run, intent) : null;
  const body = bodyOf(run, intent);
  const mark = operation === 'create' && home === null ? markOf(run, intent) : {};
  return {
    intentId: id,
    object,
    operation,
    remoteId,
    key,
    expectedVersion,
    maybeSent,
    restores: operation === 'create' && remoteId !== null,
    ...(operation === 'delete' && object === 'email' && intent.undoes ? { withFiles: true } : {}),
    home,
    body: body && { ...body, ...mark },
    ...unlessKnown(run, intent),
    ...(operation === 'create' && intent.fields?.accountId ? { guessed: ['AccountId'] } : {}),
  };
}

/** Whom the plan has not looked up: the contacts that it left to the write, and those of a run that ended in between. */
function unlessKnown(
  run: LaneRun,
  { side, object, operation, remoteId, link, fields, whole }: Taken,
): Pick<Write, 'unlessKnown' | 'unlessLead'> {
  const { lookUps } = run;
  const made = lookUps && side === 'salesforce' && object === 'contact' && operation === 'create' && remoteId === null;
  if (!made || lookUps.done.has(link.outlookId ?? '')) return {};
  return { unlessKnown: contactAddresses(whole ?? fields ?? {}), unlessLead: heedsLeads(run) };
}

/** Where items must be marked to travel, what we make in Outlook lies where it counts as marked, so that an edit there travels back. */
function homeOf({ policy, pieces }: LaneRun, { side, object }: Taken): string | null {
  if (side !== 'outlook' || object !== 'task' || policy.objects[object].trigger === 'everything') return null;
  return pieces?.find((piece) => piece.kind === 'task-list')?.remoteId ?? null;
}

/** The same by its category, for what has no place of its own. */
function markOf({ maps, policy }: LaneRun, { side, object }: Taken): Record<string, unknown> {
  if (side !== 'outlook' || policy.objects[object].trigger === 'everything') return {};
  return maps[object].outlookMark(policy.category);
}

function bodyOf(run: LaneRun, { object, side, fields, whole }: Taken): Record<string, unknown> | null {
  if (!fields) return null;
  const map = run.maps[object];
  const changed = Object.keys(fields);
  const all = whole ?? fields;
  return side === 'outlook' ? map.toOutlook(changed, all, run.mapContext) : map.toSalesforce(changed, all, run.mapContext);
}

function receipt(run: LaneRun, intent: Taken | undefined, answer: WriteAnswer, standing: ReadonlyMap<string, Lookup>): Receipt | null {
  if (!intent) return null;
  const at = isoNow(run);
  if (answer.done) return isGift(intent) ? gaveReceipt(run, intent, answer.version, at) : doneReceipt(run, intent, answer, at);
  const { error } = answer;
  // Written, and not shown any more: of what is private nobody but its owner sees anything.
  if (error.code === 'not-visible' && isRedaction(intent)) return hiddenReceipt(run, intent, at);
  if (error.code === 'known-there') return { intentId: intent.id, outcome: 'conflict', fresh: null, unmade: true, at };
  const look = standing.get(`${intent.object} ${intent.remoteId}`);
  // A record of a former owner, say: what this user may not see is neither gone nor written, and a person has to hear of it.
  if (look?.error?.code === 'not-visible') return failedReceipt(run, intent, look.error, at);
  if (error.kind === 'conflict' || error.kind === 'gone') return standsDifferently(run, intent, error.kind, at, look);
  if (error.kind === 'retry-at') run.tally.postponed(error);
  if (error.kind === 'retry-at' || error.kind === 'sign-in') return { intentId: intent.id, outcome: 'later', error, at };
  // Who may not give a record away keeps it, or it goes: nobody has to hear of that, but whoever asked for it back.
  if (isGift(intent) && !intent.undoes) return { intentId: intent.id, outcome: 'failed', error, issue: null, replan: true, at };
  return failedReceipt(run, intent, error, at);
}

function failedReceipt(run: LaneRun, intent: Taken, error: SyncError, at: string): Receipt {
  run.tally.failed(intent.object, intent.side);
  // What must go from a record stays an issue of the record, whatever is decided about the pair: it is noted when the run ends.
  if (isRedaction(intent)) return { intentId: intent.id, outcome: 'failed', error, issue: null, at };
  run.tally.issues += 1;
  return { intentId: intent.id, outcome: 'failed', error, issue: refusal(intent, error), at };
}

function hiddenReceipt(run: LaneRun, intent: Taken, at: string): Receipt {
  run.tally.wrote(intent.object, intent.side, intent.operation);
  const version = intent.expectedVersion ?? '';
  return { intentId: intent.id, outcome: 'done', remoteId: intent.remoteId ?? '', version, stored: null, otherEdits: false, at };
}

const isRedaction = ({ side, operation, link, fields }: Taken): boolean =>
  side === 'salesforce' && operation === 'update' && Object.keys(link.redaction ?? {}).some((name) => name in (fields ?? {}));

function doneReceipt(run: LaneRun, intent: Taken, answer: Extract<WriteAnswer, { done: true }>, at: string): Receipt {
  run.tally.wrote(intent.object, intent.side, intent.operation);
  const { remoteId, version, raw } = answer;
  const item = { remoteId, version, raw, removed: false, confirmed: false };
  const stored = intent.operation === 'delete' ? null : translate(run, intent.side, intent.object, item);
  const issues = leftParts(intent, answer.left ?? []);
  run.tally.issues += issues.length;
  const notTaken = barredNames(run, intent, answer.barred ?? []);
  return {
    intentId: intent.id,
    outcome: 'done',
    remoteId,
    version,
    stored,
    otherEdits: editedBetween(run, intent, stored),
    notTaken,
    ...storedAccount(intent, raw),
    issues,
    at,
  };
}

/** Our names of what was not sent: fields whose body holds one of these properties. */
function barredNames(run: LaneRun, { object, fields, whole }: Taken, barred: readonly string[]): string[] {
  if (barred.length === 0) return [];
  const all = whole ?? fields ?? {};
  const touches = (name: string): boolean =>
    Object.keys(run.maps[object].toSalesforce([name], all, run.mapContext)).some((property) => barred.includes(property));
  return Object.keys(fields ?? {}).filter(touches);
}

/** 412 or 404: what stands there now decides anew; a delete of what is gone already is done. */
function standsDifferently(run: LaneRun, intent: Taken, kind: 'conflict' | 'gone', at: string, look: Lookup | undefined): Receipt {
  const target = intent.remoteId;
  if (target === null) return { intentId: intent.id, outcome: 'conflict', fresh: null, at };
  if (intent.operation === 'delete' && kind === 'gone') {
    run.tally.wrote(intent.object, intent.side, 'delete');
    return { intentId: intent.id, outcome: 'done', remoteId: target, version: '', stored: null, otherEdits: false, at };
  }
  const item = look?.item ?? { remoteId: target, version: '', raw: null, removed: true, confirmed: look?.error === null };
  return { intentId: intent.id, outcome: 'conflict', fresh: translate(run, intent.side, intent.object, item), at };
}

function refusal(intent: Taken, error: Extract<WriteAnswer, { done: false }>['error']): IssueNote {
  const source: Side = intent.side === 'outlook' ? 'salesforce' : 'outlook';
  const fields = 'fields' in error ? error.fields : [];
  const item = source === 'outlook' ? intent.link.outlookId : intent.link.salesforceId;
  return {
    object: intent.object,
    side: source,
    remoteId: item,
    linkId: intent.linkId,
    intentId: intent.id,
    reason: refusalReason(error),
    detail: {
      ...titled({ fields: intent.whole ?? intent.fields ?? intent.before }),
      code: error.code,
      message: error.message,
      field: fields[0] ?? null,
      fields,
      operation: intent.operation,
      on: intent.side,
      ...(error.code === 'not-visible' ? { record: intent.remoteId } : {}),
    },
  };
}
