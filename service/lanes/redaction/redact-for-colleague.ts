import { type SyncError, SyncFailure } from '../../../core/model/index.ts';
import type { ClaimedLane, ExposedMeeting, Provider, RedactAnswer } from '../../../core/sync/index.ts';
import type { HeldLane } from '../jobs/with-lane.ts';
import { keepLane, leaseMilliseconds } from '../keep-lane.ts';
import type { LaneParts } from '../lane-parts.ts';
import { mapContext } from '../map-context.ts';
import { mapsOf } from '../maps-of.ts';
import { policyOf } from '../policy-of.ts';
import type { LaneFacts } from '../ports.ts';
import { bookRedaction } from './book-redaction.ts';
import { type Rewritten, rewriteRecords } from './rewrite-records.ts';

/** The mailbox that found out, and what it works with. */
interface Finder {
  lane: ClaimedLane;
  facts: LaneFacts;
  salesforce: Provider;
  stop: AbortSignal;
}

type Way = () => Promise<Provider>;

/**
 * Takes the words of meetings that are private now out of the records of colleagues whose mailboxes do not sync: with the token of who found
 * out, else with that of the holder as it is still stored, else as the reader account. What is done goes into the holder's books like any write
 * of its own, so that its next sync finds nothing to put back. Docs: decisions/0029.
 */
export function redactForColleague(parts: LaneParts, finder: Finder): (exposed: readonly ExposedMeeting[]) => Promise<RedactAnswer[]> {
  return async (exposed) => {
    const answers: RedactAnswer[] = [];
    for (const [userId, own] of Map.groupBy(exposed, ({ holder }) => holder.userId)) {
      finder.stop.throwIfAborted();
      answers.push(...(await redactOf(parts, finder, userId, own)));
    }
    return answers;
  };
}

async function redactOf(parts: LaneParts, finder: Finder, userId: string, own: readonly ExposedMeeting[]): Promise<RedactAnswer[]> {
  const wall = parts.wall();
  const { customerId, sessionId } = finder.lane;
  const times = { wall: new Date(wall).toISOString(), leaseUntil: new Date(wall + leaseMilliseconds).toISOString() };
  const held = await parts.desk.hold({ customerId, userId }, { worker: parts.worker, sessionId, ...times });
  if (!held) return own.map((exposed) => ({ exposed, done: false, error: null }));
  const lease = keepLane(parts, held.lane, finder.stop);
  try {
    return await tryAll(parts, { ...held, stop: lease.stop }, await waysOf(parts, finder, held.facts), own);
  } finally {
    lease.end();
    await parts.desk.letGo(held.lane).catch(() => {});
  }
}

/** Who may be allowed to, in order: nobody twice. */
async function waysOf(parts: LaneParts, finder: Finder, holder: LaneFacts): Promise<Way[]> {
  const readerId = finder.facts.salesforceOrg?.readerUserId ?? null;
  const open = (facts: LaneFacts): Way => {
    return async () => {
      const { maps } = mapsOf(parts.maps, facts.settings, parts.hash);
      return (await parts.providers.open(facts, policyOf(facts, parts.clock.now()), maps, finder.stop, 'schedule')).salesforce;
    };
  };
  const reader =
    readerId === null || [finder.facts.user.id, holder.user.id].includes(readerId)
      ? []
      : [open(await parts.desk.facts({ customerId: finder.lane.customerId, userId: readerId }))];
  return [async () => finder.salesforce, open(holder), ...reader];
}

async function tryAll(parts: LaneParts, holder: HeldLane, ways: readonly Way[], own: readonly ExposedMeeting[]): Promise<RedactAnswer[]> {
  const done: RedactAnswer[] = [];
  const errors = new Map<string, SyncError>();
  let left = own;
  for (const way of ways) {
    if (left.length === 0) break;
    holder.stop.throwIfAborted();
    const { redacted, gone, failed } = await tryWay(parts, holder, way, left);
    await bookRedaction(parts, holder.lane, { redacted, gone });
    done.push(...redacted.map(({ exposed }) => ({ exposed, done: true }) as const));
    for (const { exposed, error } of failed) if (!errors.has(exposed.link.id)) errors.set(exposed.link.id, error);
    left = failed.map(({ exposed }) => exposed);
  }
  return [...done, ...left.map((exposed) => ({ exposed, done: false, error: errors.get(exposed.link.id) ?? null }) as const)];
}

async function tryWay(parts: LaneParts, { facts }: HeldLane, way: Way, own: readonly ExposedMeeting[]): Promise<Rewritten> {
  try {
    const { maps } = mapsOf(parts.maps, facts.settings, parts.hash);
    return await rewriteRecords(await way(), { maps, mapContext: mapContext(parts.hash, facts) }, own);
  } catch (error) {
    if (!(error instanceof SyncFailure)) throw error;
    return { redacted: [], gone: [], failed: own.map((exposed) => ({ exposed, error: error.error })) };
  }
}
