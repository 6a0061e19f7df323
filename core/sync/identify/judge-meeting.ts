import { type Decision, itemKey, type Side } from '../../model/index.ts';
import type { PlanContext } from '../plan/plan-context.ts';
import type { PlanUnit } from '../ports/lane-store.ts';
import { claimMeetings } from './claim-meetings.ts';
import { leaveToTeam } from './leave-to-team.ts';
import type { MeetingRun } from './meeting-run.ts';
import { wouldTravel } from './would-travel.ts';
import { yieldMeetings } from './yield-meetings.ts';

export interface JudgedMeeting {
  /** As the planner would get it. */
  unit: PlanUnit;
  /** Decided before the planner: the meeting is somebody else's. */
  left: Decision | null;
  teamOwner: NonNullable<PlanContext['teamOwner']>;
}

/** For "Why?": what claims and Teams decide about one meeting, by the very steps of a run (plan-lane.ts); the books given claim and store nothing. */
export async function judgeMeeting(run: MeetingRun, asked: PlanUnit, side: Side): Promise<JudgedMeeting> {
  const { units, yielded } = await yieldMeetings(run, [asked]);
  const [unit = asked] = units;
  const teamOwner = await leaveToTeam(run, [unit]);
  const [rests] = yielded;
  if (rests) return { unit, left: rests.decision, teamOwner };
  const item = unit.link || (unit.outlook && unit.salesforce) ? null : unit[side];
  if (!item || !wouldTravel(run, item)) return { unit, left: null, teamOwner };
  const { left, found } = await claimMeetings(run, [item]);
  const match = found.get(itemKey(item));
  const pair = match?.kind === 'one' ? { ...unit, link: match.link ?? null, salesforce: match.partner } : unit;
  return { unit: pair, left: left.get(itemKey(item)) ?? null, teamOwner };
}
