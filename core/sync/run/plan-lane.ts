import { itemKey, type Observation } from '../../model/index.ts';
import { findAccounts } from '../accounts/find-accounts.ts';
import { ambiguousNotes, identify } from '../identify/identify.ts';
import { leaveToTeam } from '../identify/leave-to-team.ts';
import { yieldMeetings } from '../identify/yield-meetings.ts';
import { knowPeople } from '../mail/know-people.ts';
import { leaveNoTrace } from '../mail/leave-no-trace.ts';
import { decide, type PlanContext, type UnitPlan } from '../plan/plan-context.ts';
import { planUnit } from '../plan/plan-unit.ts';
import { titled } from '../plan/title-of.ts';
import type { IssueNote, PlanStep, PlanUnit } from '../ports/lane-store.ts';
import { isoNow, type LaneRun } from './lane-run.ts';

/**
 * So many things are planned in one transaction: enough for set statements to pay, short enough to hold no lock for long and to be forgotten before
 * they count as old: twice as many took no less work and more memory (decision 43).
 */
const batch = 500;

/**
 * Rooms 8 to 10 and 12: everything not yet planned becomes links, proposed intents and decisions, batch by batch. Returns how many
 * intents were proposed.
 */
export async function planLane(run: LaneRun): Promise<number> {
  let proposed = 0;
  await run.store.wakeConflicts(run.lane, isoNow(run));
  for (;;) {
    run.stop.throwIfAborted();
    const units = await run.store.unplanned(run.lane, batch);
    if (units.length === 0) return proposed;
    // More come behind: those few that were left to the write would go out beside many that were not.
    if (run.lookUps && units.length >= batch) run.lookUps.mayWait = false;
    const step = await planStep(run, units);
    await run.store.savePlan(run.lane, step, isoNow(run));
    proposed += step.intents.length;
    for (const decision of step.decisions) run.tally.decided(decision.object, decision.side, decision.action, decision.reason);
    run.tally.issues += step.issues.length;
  }
}

async function planStep(run: LaneRun, units: readonly PlanUnit[]): Promise<PlanStep> {
  const { units: own, yielded } = await yieldMeetings(run, await knowPeople(run, units));
  const { units: known, ambiguous, left, replaced, copies } = await identify(run, own);
  const context = {
    ...planContext(run),
    shared: await sharedRecords(run, known),
    teamOwner: await leaveToTeam(run, known),
    account: await findAccounts({ policy: run.policy, accounts: run.providers.salesforce.accounts }, known),
  };
  const { plans, strip } = leaveNoTrace(
    known,
    known.map((unit) => planUnit(unit, context)),
  );
  const doubts = ambiguous.map((entry) => ambiguousNotes(run, entry));
  const step = {
    links: [...yielded.flatMap((one) => one.link ?? []), ...plans.flatMap((plan: UnitPlan) => plan.links)],
    intents: [...yielded.flatMap((one) => one.intent ?? []), ...plans.flatMap((plan) => plan.intents)],
    decisions: [
      ...plans.flatMap((plan) => plan.decisions),
      ...doubts.map((doubt) => doubt.decision),
      ...left,
      ...copies.map(copied),
      ...yielded.map((one) => one.decision),
    ],
    issues: [...plans.flatMap((plan) => plan.issues), ...doubts.map((doubt) => doubt.issue)],
    forget: [...plans.flatMap((plan) => plan.forget), ...replaced],
    strip,
    conflicts: plans.flatMap((plan) => plan.conflicts),
    settles: plans.flatMap((plan) => plan.settles),
    planned: distinct([...units, ...known].flatMap((unit) => [unit.outlook, unit.salesforce])),
  };
  const items = new Map(step.planned.map((item) => [itemKey(item), item]));
  const issues = step.issues.map((issue) => ({ ...issue, detail: { ...titled(items.get(keyOf(issue))), ...issue.detail } }));
  const troubled = new Set(step.issues.map(keyOf));
  const resolves = step.planned.filter((item) => !troubled.has(itemKey(item)));
  return { ...step, issues, resolves };
}

const copied = (mail: Observation) => ({ ...decide(mail, 'same-mail', 'skip'), room: 'identify' as const });

/** Which records of mails, contacts and tasks that are gone here are another mailbox's, too; of meetings the planner knows who takes part. */
async function sharedRecords(run: LaneRun, units: readonly PlanUnit[]): Promise<NonNullable<PlanContext['shared']>> {
  const gone = units.flatMap(({ object, link, outlook }) => {
    const id = object === 'event' || !outlook?.removed ? null : link?.salesforceId;
    return id ? [{ object, id }] : [];
  });
  const shared = new Set<string>();
  for (const [object, group] of Map.groupBy(gone, (one) => one.object)) {
    const ids = group.map(({ id }) => id);
    for (const id of await run.store.heldByOthers(run.lane, object, ids)) shared.add(id);
  }
  return (_object, salesforceId) => shared.has(salesforceId);
}

/** What the planner looks at beside the unit; for a run, and for whoever explains one item. */
export function planContext(run: Pick<LaneRun, 'policy' | 'clock' | 'ids' | 'maps' | 'mapContext'>): PlanContext {
  return {
    policy: run.policy,
    now: isoNow(run),
    id: () => run.ids.next(),
    rules: (object) => run.maps[object].fields,
    leftOut: (object, side, changed, whole) => run.maps[object].leftOut(side, changed, whole, run.mapContext),
    key: (object, remoteId, facts) => run.maps[object].key(remoteId, facts, run.mapContext),
  };
}

const keyOf = (issue: IssueNote): string => `${issue.side} ${issue.object} ${issue.remoteId}`;

function distinct(items: readonly (Observation | null)[]): Observation[] {
  return [...new Map(items.filter((item) => item !== null).map((item) => [itemKey(item), item])).values()];
}
