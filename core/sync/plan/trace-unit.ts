import type { Decision, Observation, Reason, Room, Side } from '../../model/index.ts';
import { mailInputs } from '../mail/mail-scope.ts';
import type { PlanUnit } from '../ports/lane-store.ts';
import { isLoop } from './loop-breaker.ts';
import { decide, type PlanContext } from './plan-context.ts';
import { planUnit } from './plan-unit.ts';
import { type ScopeReason, scopeDown, scopeUp, seriesWindow } from './scope.ts';

/** One rule that was looked at. `holds`: it applies, but something else decided (a bar where there was nothing to carry). */
export interface TraceStep {
  room: Room;
  rule: Reason;
  outcome: 'passed' | 'holds' | 'decided';
  inputs: Decision['inputs'];
}

export interface Trace {
  steps: TraceStep[];
  verdict: Pick<Decision, 'reason' | 'action' | 'inputs' | 'room'>;
}

/** What else bears on an item that the planner does not see: other records that could be its partner. */
export interface TraceFacts {
  candidates: readonly string[];
  /** The meeting is somebody else's (judge-meeting.ts): decided before the planner. */
  left?: Decision | null;
}

/**
 * "Why?": each rule that was looked at for one side of a unit, in order, with what it saw and what came of it. The verdict is the planner's
 * own, and the scope rules report themselves (scope.ts), so the explanation cannot say otherwise than the engine does.
 */
export function traceUnit(unit: PlanUnit, side: Side, context: PlanContext, seen: TraceFacts = { candidates: [] }): Trace {
  const item = side === 'outlook' ? unit.outlook : unit.salesforce;
  if (!item) throw new Error(`a trace of nothing: the unit has no item in ${side}`);
  const verdict = verdictOf(unit, item, context, seen);
  const looked = looks(unit, item, context, seen);
  const at = looked.findIndex((look) => look.bars && look.rule === verdict.reason);
  const steps = (at < 0 ? looked : looked.slice(0, at + 1)).map(({ bars, ...look }, index): TraceStep => {
    return { ...look, outcome: index === at ? 'decided' : bars ? 'holds' : 'passed' };
  });
  if (at < 0) steps.push({ room: verdict.room, rule: verdict.reason, outcome: 'decided', inputs: verdict.inputs });
  return { steps, verdict };
}

function verdictOf(unit: PlanUnit, item: Observation, context: PlanContext, { candidates, left }: TraceFacts): Trace['verdict'] {
  if (left) return left;
  if (asks(unit, candidates) && scopeOf(item, context) === null) {
    return { room: 'identify', reason: 'duplicate-candidates', action: 'skip', inputs: { candidates: [...candidates] } };
  }
  const plan = planUnit(unit, context);
  const own = plan.decisions.find((decision) => decision.side === item.side && decision.remoteId === item.remoteId);
  // A hint that nothing has proven, and what is forgotten without a word, have no decision of their own.
  return own ?? decide(item, item.removed ? 'gone' : 'pending', item.removed ? 'unlink' : 'none');
}

const asks = (unit: PlanUnit, candidates: readonly string[]): boolean =>
  !unit.link && candidates.length > 0 && !(unit.outlook && unit.salesforce);
const scopeOf = (item: Observation, { policy }: PlanContext): ScopeReason | null =>
  item.side === 'outlook' ? scopeUp(item, policy) : scopeDown(item, policy);

interface Looked {
  room: Room;
  rule: Reason;
  bars: boolean;
  inputs: Decision['inputs'];
}

function looks(unit: PlanUnit, item: Observation, context: PlanContext, { candidates }: TraceFacts): Looked[] {
  const { problem } = item;
  const readable = { room: 'translate' as const, rule: problem?.reason ?? ('unreadable' as const), bars: problem !== null };
  const first: Looked[] = [
    { ...readable, inputs: problem ? { field: problem.field, message: problem.message } : {} },
    { room: 'plan', rule: 'link-ended', bars: unit.link?.state === 'ended', inputs: { link: unit.link?.state ?? null } },
    { room: 'confirm', rule: 'gone', bars: item.removed, inputs: { removed: item.removed, proven: item.confirmed } },
  ];
  if (first.some((look) => look.bars)) return first.slice(0, first.findIndex((look) => look.bars) + 1);
  const scope: Looked[] = [];
  const hear = (rule: ScopeReason, bars: boolean): boolean => {
    scope.push({ room: 'plan', rule, bars, inputs: inputsOf(rule, item, context) });
    return bars;
  };
  if (item.side === 'outlook') scopeUp(item, context.policy, hear);
  else scopeDown(item, context.policy, hear);
  const writes = unit.link?.writes ?? [];
  const last: Looked[] = unit.link
    ? [{ room: 'plan', rule: 'loop-breaker', bars: isLoop(writes, context.now), inputs: { writes } }]
    : [{ room: 'identify', rule: 'duplicate-candidates', bars: candidates.length > 0, inputs: { candidates: [...candidates] } }];
  return [...first, ...scope, ...(scope.some((look) => look.bars) && !unit.link ? [] : last)];
}

/** What the rule looked at: names and times of the item's frame, never its text. */
function inputsOf(rule: ScopeReason, { facts, object, side }: Observation, { policy }: PlanContext): Decision['inputs'] {
  if (object === 'email' && rule !== 'direction-off') return mailInputs(facts, policy);
  const window = facts.seriesId ? seriesWindow(policy) : policy.window;
  const frames: Partial<Record<ScopeReason, Decision['inputs']>> = {
    'direction-off': { object, direction: side === 'outlook' ? 'up' : 'down' },
    recurring: { type: facts.type ?? null },
    cancelled: { cancelled: facts.cancelled === true },
    'outside-window':
      object === 'task'
        ? { due: facts.due ?? null, closed: facts.closed === true, closedTasksFrom: policy.closedTasksFrom }
        : { start: facts.start ?? null, end: facts.end ?? null, windowStart: window.start, windowEnd: window.end },
    'before-start': { end: facts.end ?? null, eventsFrom: policy.eventsFrom },
    private: { private: facts.private === true },
    'organizer-colleague': { organizer: facts.organizer ?? null, attendees: facts.attendees ?? [] },
    'not-yours': { owner: facts.ownerId ?? null, you: policy.salesforceUserId },
    'not-triggered': {
      trigger: policy.objects[object].trigger,
      categories: facts.categories ?? [],
      wantedCategory: policy.category,
      folder: facts.folder ?? null,
    },
  };
  return frames[rule] ?? {};
}
