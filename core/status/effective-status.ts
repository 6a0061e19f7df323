import { isReason, type Reason, reasonInfo, type Status, type StatusLevel, type Suspension } from '../model/index.ts';
import { freshness } from './freshness.ts';

interface Switched {
  enabled: boolean;
  suspended: Suspension | null;
}

/** What effective status looks at. Times are ISO 8601 in UTC, `now` in milliseconds since 1970. */
export interface StatusFacts {
  now: number;
  customer: Switched;
  organization: Switched;
  plan: { enabled: boolean; intervalSeconds: number };
  user: Switched & {
    /** Initial configuration is done (decision 18). */
    configured: boolean;
    /** Enabled for the first time, and the preview is not confirmed yet (decision 10). */
    awaitsPreview?: boolean;
  };
  running: boolean;
  /** The mailbox stands still until then, and why. */
  parked: { until: string; reason: string } | null;
  /** Its Salesforce org stands still until then. */
  salesforceOrgParkedUntil: string | null;
  /** The last session that ended. */
  lastSession: { state: string; reason: string | null } | null;
  /** End of the last session that looked at everything (succeeded, partly, held). */
  lastSuccessAt: string | null;
}

type Finding = Pick<Status, 'state' | 'level' | 'reason'> & { until?: string | null };

const knownOr = (reason: string | null | undefined, otherwise: Reason): Reason => (reason && isReason(reason) ? reason : otherwise);
const isAhead = (until: string | null | undefined, now: number): until is string => until != null && Date.parse(until) > now;

/** The widest level that is off counts: switching a narrower one on would change nothing. */
const findOff = (facts: StatusFacts): Finding | null => {
  const off = (level: StatusLevel, reason: Reason): Finding => ({ state: 'off', level, reason });
  if (facts.customer.suspended) return off('customer', facts.customer.suspended.reason);
  if (!facts.customer.enabled) return off('customer', 'customer-off');
  if (facts.organization.suspended) return off('organization', facts.organization.suspended.reason);
  if (!facts.organization.enabled) return off('organization', 'organization-off');
  if (!facts.plan.enabled) return off('plan', 'plan-off');
  if (facts.user.suspended) return off('user', facts.user.suspended.reason);
  if (!facts.user.enabled) return off('user', facts.user.configured ? 'user-off' : 'not-configured');
  if (facts.user.awaitsPreview) return off('user', 'preview-waits');
  return null;
};

const findStanding = (facts: StatusFacts): Finding | null => {
  if (facts.running) return { state: 'syncing', level: 'user', reason: 'running' };
  if (isAhead(facts.salesforceOrgParkedUntil, facts.now)) {
    return { state: 'waiting', level: 'salesforce-org', reason: 'parked-quota', until: facts.salesforceOrgParkedUntil };
  }
  if (facts.parked && isAhead(facts.parked.until, facts.now)) {
    return { state: 'waiting', level: 'user', reason: knownOr(facts.parked.reason, 'parked-throttled'), until: facts.parked.until };
  }
  return null;
};

const findLastEnd = (facts: StatusFacts): Finding | null => {
  const last = facts.lastSession;
  if (last?.state === 'held') return { state: 'needs-attention', level: 'user', reason: knownOr(last.reason, 'delete-brake') };
  if (last?.state === 'failed') {
    const reason = knownOr(last.reason, 'last-session-failed');
    const needsSomebody = ['ask', 'stop'].includes(reasonInfo(reason).severity);
    return { state: needsSomebody ? 'needs-attention' : 'waiting', level: 'user', reason };
  }
  return null;
};

const findAge = (facts: StatusFacts): Finding => {
  if (facts.lastSuccessAt === null) return { state: 'waiting', level: 'user', reason: 'first-sync' };
  const age = freshness(Date.parse(facts.lastSuccessAt), facts.plan.intervalSeconds, facts.now);
  if (age === 'very-late') return { state: 'needs-attention', level: 'user', reason: 'very-late' };
  if (age === 'late') return { state: 'waiting', level: 'user', reason: 'late' };
  return { state: 'up-to-date', level: 'user', reason: 'up-to-date' };
};

/**
 * Decision 2: a mailbox syncs when user, organization, customer and plan are all on and none is suspended; the level and the reason that
 * say otherwise go along. Single issues do not change the state: they are counted beside it.
 */
export const effectiveStatus = (facts: StatusFacts): Status => {
  const finding = findOff(facts) ?? findStanding(facts) ?? findLastEnd(facts) ?? findAge(facts);
  return {
    state: finding.state,
    level: finding.level,
    reason: finding.reason,
    until: finding.until ?? null,
    checkedAt: facts.lastSuccessAt,
  };
};

/** Whether the gate lets a session begin. */
export const maySync = (
  facts: Pick<StatusFacts, 'customer' | 'organization' | 'plan' | 'user'>,
): { on: true } | { on: false; level: StatusLevel; reason: Reason } => {
  const off = findOff(facts as StatusFacts);
  return off === null ? { on: true } : { on: false, level: off.level, reason: off.reason };
};

/** Whether somebody has to do something: what the administrator's list puts first. */
export const needsSomebody = (status: Pick<Status, 'state' | 'reason'>): boolean =>
  status.state === 'needs-attention' || (status.state === 'off' && reasonInfo(status.reason).severity === 'stop');
