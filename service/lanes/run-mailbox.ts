import { type SyncError, SyncFailure } from '../../core/model/index.ts';
import { maySync } from '../../core/status/index.ts';
import { LaneLost, runLane, Tally } from '../../core/sync/index.ts';
import { DatabaseAway } from '../store/index.ts';
import { endOfRun, isParked, nextDue } from './end-of-run.ts';
import { keepLane, leaseMilliseconds } from './keep-lane.ts';
import type { LaneParts } from './lane-parts.ts';
import { makeLaneRun } from './make-lane-run.ts';
import { mapsOf } from './maps-of.ts';
import { policyOf } from './policy-of.ts';
import type { LaneFacts, LaneStart } from './ports.ts';
import { redactForColleague } from './redaction/redact-for-colleague.ts';

export type RunResult = 'not-due' | 'closed' | 'lost' | 'interrupted' | 'ended';

/** Rooms 2, 3 and 15 around the walk: claim the lane, ask the gate, run, book. Safe to call for any mailbox at any time. */
export async function runMailbox(parts: LaneParts, userId: string, stop: AbortSignal): Promise<RunResult> {
  const wall = parts.wall();
  const ask = { worker: parts.worker, at: iso(parts.clock.now()), wall: iso(wall), leaseUntil: iso(wall + leaseMilliseconds) };
  const start = await parts.desk.claim(userId, ask);
  if (!start) return 'not-due';
  try {
    return await runClaimed(parts, start, stop);
  } catch (error) {
    if (error instanceof LaneLost) return 'lost';
    if (!(error instanceof DatabaseAway)) throw error;
    await giveBack(parts, start, stop);
    return 'interrupted';
  }
}

/** How long between two looks at a database that is away, in milliseconds. */
const pause = 1_000;

/**
 * Neither side nor the mailbox failed, our own books did: the run counts for nothing and is begun anew as soon as they can be written. Ends when
 * the service stops, too: the next start gives back what this process held.
 */
async function giveBack(parts: LaneParts, { lane }: LaneStart, stop: AbortSignal): Promise<void> {
  for (;;) {
    try {
      await parts.clock.sleep(pause, stop);
      return await parts.desk.release(lane);
    } catch (error) {
      if (stop.aborted) return;
      if (!(error instanceof DatabaseAway)) throw error;
    }
  }
}

async function runClaimed(parts: LaneParts, start: LaneStart, stop: AbortSignal): Promise<RunResult> {
  const { lane, facts } = start;
  const now = parts.clock.now();
  const closed = gate(facts);
  if (closed) {
    const dueAt = iso(nextDue(facts.plan.intervalSeconds, now, parts.random()));
    await parts.desk.leave(lane, { dueAt, parkedUntil: null, reason: closed.reason, at: iso(now) });
    return 'closed';
  }
  const lease = keepLane(parts, lane, stop);
  try {
    await walkAndBook(parts, start, lease.stop);
    return 'ended';
  } finally {
    lease.end();
  }
}

function gate(facts: LaneFacts) {
  const user = {
    enabled: facts.user.synchronizationEnabled,
    suspended: facts.user.suspended,
    configured: facts.user.configuredAt !== null,
    awaitsPreview: facts.user.awaitsPreview,
  };
  const open = maySync({ customer: facts.customer, organization: facts.organization, plan: facts.plan, user });
  return open.on ? null : { reason: open.reason };
}

async function walkAndBook(parts: LaneParts, start: LaneStart, stop: AbortSignal): Promise<void> {
  const { lane, facts } = start;
  const tally = new Tally();
  const began = parts.clock.now();
  const forced = start.trigger === 'force';
  const readAt = start.hinted && !facts.salesforceOrg?.readerUserId ? lateRead(facts, began) : null;
  const none = { http: 0, operations: 0 };
  let requests = { outlook: none, salesforce: none };
  let error: SyncError | null = null;
  try {
    const policy = policyOf(facts, began);
    const { maps, shapes } = mapsOf(parts.maps, facts.settings, parts.hash);
    const providers = await parts.providers.open(facts, policy, maps, stop, forced ? 'person' : 'schedule');
    requests = { outlook: providers.outlook.requests, salesforce: providers.salesforce.requests };
    const parked = forced ? undefined : parkedOrg(facts, began);
    await runLane({
      ...makeLaneRun(parts, { lane, facts, policy, providers, maps, shapes, stop, parked, tally }),
      outlookOnly: readAt !== null,
      asked: forced,
      exposed: { books: parts.store, redact: redactForColleague(parts, { lane, facts, salesforce: providers.salesforce, stop }) },
    });
  } catch (caught) {
    if (caught instanceof LaneLost || caught instanceof DatabaseAway || stop.aborted) throw caught;
    error = errorOf(caught);
  }
  const end = endOfRun({
    facts,
    tally,
    forced,
    since: readAt ?? parts.clock.now(),
    requests,
    error,
    now: parts.clock.now(),
    random: parts.random(),
  });
  const orgChange = await parts.desk.finish(lane, end);
  const { state, counts, reason } = end;
  const { sessionId, userId, customerId } = lane;
  const milliseconds = parts.clock.now() - began;
  parts.report({
    sessionId,
    userId,
    customerId,
    trigger: start.trigger,
    state,
    reason,
    counts,
    requests,
    issues: tally.issues,
    milliseconds,
  });
  if (orgChange) await parts.notices.orgChanged(facts, orgChange);
  if (end.suspend) await parts.notices.suspended(facts, end.suspend.reason, end.suspend.activity);
}

/**
 * A hint is about Outlook: where Salesforce was read within this interval it is not read again, or a busy mailbox would ask it every minute.
 * What is written is compared with what stands there anyway. Where a reader account looks for all, looking costs nothing. Answers when that was.
 */
function lateRead({ user, plan }: LaneFacts, now: number): number | null {
  const at = user.salesforceReadAt === null ? 0 : Date.parse(user.salesforceReadAt);
  return now - at < plan.intervalSeconds * 900 ? at : null;
}

/** What a schedule's run is told while the Salesforce org waits; people go on in what is kept for them. */
function parkedOrg(facts: LaneFacts, now: number): Extract<SyncError, { kind: 'retry-at' }> | undefined {
  const at = facts.salesforceOrg?.parkedUntil;
  if (!at || !isParked(facts, now)) return undefined;
  const message = 'The daily requests of this Salesforce org are used up; what changed in Outlook was recorded.';
  return { kind: 'retry-at', at, scope: 'salesforce-org', code: 'org-parked', message };
}

/** What a run threw, as the closed union; anything unforeseen is ours to mend. */
function errorOf(caught: unknown): SyncError {
  if (caught instanceof SyncFailure) return caught.error;
  const message = caught instanceof Error ? `${caught.name}: ${caught.message}` : String(caught);
  return { kind: 'bug', code: 'unforeseen', message: message.slice(0, 500) };
}

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();
