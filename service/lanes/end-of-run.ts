import type { ActivityType, Reason, SessionCount, SyncError } from '../../core/model/index.ts';
import { climbLadder, noFailures, parkFor, type SessionOutcome } from '../../core/status/index.ts';
import type { Tally } from '../../core/sync/index.ts';
import type { LaneEnd, LaneFacts } from './ports.ts';

export interface Outcome {
  facts: LaneFacts;
  tally: Tally;
  /** A person waits for it: it went on where a schedule would have had to wait. */
  forced: boolean;
  /** When the present interval began, milliseconds since 1970: now, or when Salesforce was read where this run left it out. */
  since: number;
  requests: LaneEnd['requests'];
  /** What stopped the run, if it did not end by itself. */
  error: SyncError | null;
  now: number;
  /** Between 0 and 1. */
  random: number;
}

/** What follows from a run: the session's result, when to come again, whom to park or suspend. Pure. */
export function endOfRun(outcome: Outcome): LaneEnd {
  const { tally, facts, error, now } = outcome;
  const held = Object.values(tally.counts).reduce((total, counts) => total + (counts.held ?? 0), 0);
  const base: LaneEnd = {
    state: error ? 'failed' : held > 0 ? 'held' : tally.issues > 0 || tally.wait ? 'partly' : 'succeeded',
    counts: sessionCounts(tally),
    requests: outcome.requests,
    reasons: tally.reasons,
    reason: error ? reasonOf(error) : quietReason(tally, held),
    message: error?.message ?? null,
    at: iso(now),
    dueAt: dueAfter(tally.wait?.at ?? null, nextDue(facts.plan.intervalSeconds, outcome.since, outcome.random)),
    ...parking(outcome, error?.kind === 'retry-at' ? error : tally.wait),
    freeSalesforceOrg: gotThrough(outcome),
    orgWaitsUntold: isParked(facts, now) && facts.salesforceOrg?.parkingTold === false,
    failures: noFailures,
    suspend: null,
  };
  return error ? afterError(base, outcome, error) : base;
}

/** A little before the interval is over, never after, so that mailboxes spread and none is late: 95 to 100 % of it. */
export function nextDue(intervalSeconds: number, now: number, random: number): number {
  return now + Math.round(intervalSeconds * 1000 * (0.95 + 0.05 * random));
}

function afterError(base: LaneEnd, { facts }: Outcome, error: SyncError): LaneEnd {
  // Being asked to wait is no failure: the streak neither grows nor ends.
  if (error.kind === 'retry-at') return { ...base, failures: facts.failures };
  const { count, suspend } = climbLadder(facts.failures, outcomeOf(error));
  return { ...base, failures: count, suspend: suspend && { reason: suspend, activity: activityOf(suspend) } };
}

/** A mailbox waits as long as it was told; a spent daily limit parks the whole org on the ladder of decision 10. */
function parking(
  { facts, now }: Outcome,
  wait: Extract<SyncError, { kind: 'retry-at' }> | null,
): Pick<LaneEnd, 'parked' | 'parkSalesforceOrg'> {
  // While the org is parked already, whoever meets it again does not prolong the wait.
  if (!wait || (wait.scope === 'salesforce-org' && isParked(facts, now))) return { parked: null, parkSalesforceOrg: null };
  // Its part of the budget is spent: Outlook is read on, so the mailbox is not parked.
  if (wait.code === 'share-spent') return { parked: null, parkSalesforceOrg: null };
  if (wait.scope !== 'salesforce-org') return { parked: { until: wait.at, reason: waitReason(wait) }, parkSalesforceOrg: null };
  const park = parkFor(facts.salesforceOrg?.parkStep ?? 0);
  const until = iso(Math.max(now + park.milliseconds, Date.parse(wait.at) || 0));
  return { parked: null, parkSalesforceOrg: { until, step: park.next, code: wait.code } };
}

/** A schedule's run that Salesforce answered, and that nothing stopped: there is budget again. */
function gotThrough({ facts, tally, error, forced, requests, now }: Outcome): boolean {
  const stopped = error !== null || tally.wait?.scope === 'salesforce-org';
  return !stopped && !forced && requests.salesforce.http > 0 && !isParked(facts, now);
}

export const isParked = ({ salesforceOrg }: LaneFacts, now: number): boolean =>
  salesforceOrg?.parkedUntil != null && Date.parse(salesforceOrg.parkedUntil) > now;

function waitReason({ scope, code }: Extract<SyncError, { kind: 'retry-at' }>): Reason {
  if (code === 'share-spent') return 'parked-share';
  return scope === 'salesforce-org' ? 'parked-quota' : 'parked-throttled';
}

function outcomeOf(error: SyncError): SessionOutcome {
  if (error.kind === 'sign-in') return error.final ? 'refused-final' : 'refused';
  return error.kind === 'refused' && error.scope === 'mailbox' ? 'refused' : 'failed';
}

function activityOf(reason: Reason): ActivityType {
  if (reason === 'suspended-authorization') return 'synchronization-disabled-authorization';
  return reason === 'suspended-throttling' ? 'synchronization-disabled-throttling' : 'synchronization-disabled-error';
}

/**
 * Codes of Graph and Exchange for a mailbox that is not there, or not in the cloud. They are refusals of the whole mailbox, never `gone`: that word is
 * for single items, and an item that is gone is deleted on the other side.
 */
const noSuchMailbox = /^(mailboxnotenabledforrestapi|errornonexistentmailbox|errorinvaliduser|(request_)?resourcenotfound)$/i;

function reasonOf(error: SyncError): Reason {
  if (error.kind === 'sign-in') return error.side === 'outlook' ? 'sign-in-outlook' : 'sign-in-salesforce';
  if (error.kind === 'retry-at') return waitReason(error);
  if (error.kind === 'gone') return 'mailbox-not-found';
  if (error.kind !== 'refused') return 'bug';
  if (error.code === 'needed-field-hidden') return 'field-hidden';
  return noSuchMailbox.test(error.code) ? 'mailbox-not-found' : 'mailbox-access-denied';
}

function quietReason(tally: Tally, held: number): Reason | null {
  if (held > 0) return tally.heldFor[0] ?? 'delete-brake';
  if (tally.wait) return waitReason(tally.wait);
  return tally.issues > 0 ? 'issues-open' : null;
}

/** Writes that a provider asked us to hold back go out as soon as it allows, not an interval later. */
function dueAfter(retryAt: string | null, scheduled: number): string {
  const due = iso(scheduled);
  return retryAt !== null && retryAt < due ? retryAt : due;
}

function sessionCounts(tally: Tally): SessionCount[] {
  const none = { created: 0, updated: 0, deleted: 0, skipped: 0, failed: 0, held: 0 };
  return Object.entries(tally.counts).map(([name, counts]) => {
    const [object = '', direction] = name.split('.');
    return { object, direction: direction === 'up' ? 'up' : 'down', ...none, ...counts };
  });
}

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();
