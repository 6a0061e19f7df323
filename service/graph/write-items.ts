import type { ObjectKind, SyncError } from '../../core/model/index.ts';
import type { RawItem, Write, WriteAnswer } from '../../core/sync/index.ts';
import { buildWrite } from './build-write.ts';
import type { Outcome } from './exchange.ts';
import type { Homes } from './find-homes.ts';
import type { GraphRequest } from './graph-request.ts';
import { graphObjects } from './objects.ts';
import { readItem } from './raw-item.ts';

/** Found by its stamp, not there, or not known because the look-up failed. */
export type Stamped = RawItem | null | { error: SyncError };

interface Tools {
  user: string;
  exchange(requests: readonly GraphRequest[]): AsyncIterable<Outcome[]>;
  /** Where new items of these objects go, of those that do not know it by themselves. */
  homes(objects: Iterable<ObjectKind>): Promise<Homes>;
  /** Looks for items of one object by the stamp of these creates, at the place of each. */
  findStamped(writes: readonly Write[], home: string): Promise<Stamped[]>;
}

/**
 * Sends writes and yields their answers, each exactly once, as each round trip returns. Creates that may have reached Graph before are
 * looked for by their stamp first, where Graph has no transactionId for them.
 */
export async function* writeItems(tools: Tools, given: readonly Write[]): AsyncGenerator<readonly WriteAnswer[]> {
  const homes = await tools.homes(given.filter((write) => write.operation === 'create' && !write.home).map((write) => write.object));
  const homeless = given.flatMap((write) => withoutHome(write, homes) ?? []);
  if (homeless.length > 0) yield homeless;
  const writes = homeless.length > 0 ? given.filter((write) => !withoutHome(write, homes)) : given;
  const doubtful = writes.filter((write) => isCreate(write) && write.maybeSent && !graphObjects[write.object].createIsRepeatable);
  const recovered = doubtful.length > 0 ? await recover(tools, doubtful, homes) : [];
  if (recovered.length > 0) yield recovered;
  const settled = new Set(recovered.map((answer) => answer.intentId));
  const open = writes.filter((write) => !settled.has(write.intentId));
  const requests = open.map((write) => buildWrite(graphObjects[write.object], tools.user, write, homeOf(write, homes)));
  for await (const outcomes of tools.exchange(requests)) {
    const exists: Write[] = [];
    const answers: WriteAnswer[] = [];
    for (const outcome of outcomes) {
      const write = open[outcome.place];
      if (!write) continue;
      // A repeated create may be refused as a duplicate instead of answered with the first item.
      if (isCreate(write) && 'error' in outcome && outcome.error.kind === 'conflict') exists.push(write);
      else answers.push(toAnswer(write, outcome, requests[outcome.place]?.path ?? ''));
    }
    if (exists.length > 0) answers.push(...(await recoverExisting(tools, exists, homes)));
    yield answers;
  }
}

const isCreate = (write: Write): boolean => write.operation === 'create' && write.key !== null;

/** A create whose place could not be looked up is not sent. */
function withoutHome(write: Write, homes: Homes): WriteAnswer | undefined {
  const home = write.operation === 'create' && !write.home ? homes.get(write.object) : undefined;
  return home && 'error' in home ? { intentId: write.intentId, done: false, error: home.error } : undefined;
}

function homeOf(write: Write, homes: Homes): string {
  if (write.home) return write.home;
  const home = homes.get(write.object);
  return home && 'path' in home ? home.path : '';
}

/** What stands at the stamp of each create, by intent. */
async function findByIntent(tools: Tools, writes: readonly Write[], homes: Homes): Promise<Map<string, Stamped>> {
  const found = new Map<string, Stamped>();
  const places = Map.groupBy(writes, (write) => `${write.object} ${homeOf(write, homes)}`);
  for (const group of places.values()) {
    const items = await tools.findStamped(group, homeOf(group[0] as Write, homes));
    for (const [index, { intentId }] of group.entries()) found.set(intentId, items[index] ?? null);
  }
  return found;
}

async function recover(tools: Tools, writes: readonly Write[], homes: Homes): Promise<WriteAnswer[]> {
  const found = await findByIntent(tools, writes, homes);
  return writes.flatMap((write) => fromStamp(write, found.get(write.intentId) ?? null) ?? []);
}

async function recoverExisting(tools: Tools, writes: readonly Write[], homes: Homes): Promise<WriteAnswer[]> {
  const found = await findByIntent(tools, writes, homes);
  return writes.map(
    (write): WriteAnswer =>
      fromStamp(write, found.get(write.intentId) ?? null) ?? {
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

function toAnswer(write: Write, outcome: Outcome, path: string): WriteAnswer {
  const { intentId, remoteId } = write;
  if ('error' in outcome) return { intentId, done: false, error: outcome.error };
  if (write.operation === 'delete') return { intentId, done: true, remoteId: remoteId ?? '', version: '', raw: null };
  const { body } = outcome.answer;
  const { place } = graphObjects[write.object];
  const item = readItem(place ? place(body, path) : body);
  return { intentId, done: true, remoteId: item.remoteId, version: item.version, raw: item.raw };
}
