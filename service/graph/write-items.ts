import type { RawItem, Write, WriteAnswer } from '../../core/sync/index.ts';
import { buildWrite } from './build-write.ts';
import type { Outcome } from './exchange.ts';
import type { GraphRequest } from './graph-request.ts';
import { graphObjects } from './objects.ts';
import { readItem } from './raw-item.ts';

/** Found by its stamp, not there, or not known because the look-up failed. */
type Stamped = RawItem | null | Extract<Outcome, { error: unknown }>;

interface Tools {
  user: string;
  exchange(requests: readonly GraphRequest[]): AsyncIterable<Outcome[]>;
  /** Looks for items by the stamp of these creates, at the place of each. */
  findStamped(writes: readonly Write[]): Promise<Stamped[]>;
}

/**
 * Sends writes and yields their answers, each exactly once, as each round trip returns. Creates that may have reached Graph before are
 * looked for by their stamp first, where Graph has no transactionId for them.
 */
export async function* writeItems(tools: Tools, writes: readonly Write[]): AsyncGenerator<readonly WriteAnswer[]> {
  const doubtful = writes.filter((write) => isCreate(write) && write.maybeSent && !graphObjects[write.object].createIsRepeatable);
  const recovered = doubtful.length > 0 ? await recover(tools, doubtful) : [];
  if (recovered.length > 0) yield recovered;
  const settled = new Set(recovered.map((answer) => answer.intentId));
  const open = writes.filter((write) => !settled.has(write.intentId));
  for await (const outcomes of tools.exchange(open.map((write) => buildWrite(graphObjects[write.object], tools.user, write)))) {
    const exists: Write[] = [];
    const answers: WriteAnswer[] = [];
    for (const outcome of outcomes) {
      const write = open[outcome.place];
      if (!write) continue;
      // A repeated create may be refused as a duplicate instead of answered with the first item.
      if (isCreate(write) && 'error' in outcome && outcome.error.kind === 'conflict') exists.push(write);
      else answers.push(toAnswer(write, outcome));
    }
    if (exists.length > 0) answers.push(...(await recoverExisting(tools, exists)));
    yield answers;
  }
}

const isCreate = (write: Write): boolean => write.operation === 'create' && write.key !== null;

async function recover(tools: Tools, writes: readonly Write[]): Promise<WriteAnswer[]> {
  const found = await tools.findStamped(writes);
  return writes.flatMap((write, index) => fromStamp(write, found[index] ?? null) ?? []);
}

async function recoverExisting(tools: Tools, writes: readonly Write[]): Promise<WriteAnswer[]> {
  const found = await tools.findStamped(writes);
  return writes.map(
    (write, index): WriteAnswer =>
      fromStamp(write, found[index] ?? null) ?? {
        intentId: write.intentId,
        done: false,
        error: { kind: 'conflict', code: 'exists-elsewhere', message: 'Graph says that this item exists, but it is not to be found.' },
      },
  );
}

function fromStamp(write: Write, found: Stamped): WriteAnswer | undefined {
  if (found === null) return undefined;
  if ('error' in found) return { intentId: write.intentId, done: false, error: found.error };
  return { intentId: write.intentId, done: true, remoteId: found.remoteId, version: found.version, raw: found.raw };
}

function toAnswer(write: Write, outcome: Outcome): WriteAnswer {
  const { intentId, remoteId } = write;
  if ('error' in outcome) return { intentId, done: false, error: outcome.error };
  if (write.operation === 'delete') return { intentId, done: true, remoteId: remoteId ?? '', version: '', raw: null };
  const item = readItem(outcome.answer.body);
  return { intentId, done: true, remoteId: item.remoteId, version: item.version, raw: item.raw };
}
