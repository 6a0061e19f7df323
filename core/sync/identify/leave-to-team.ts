import type { Link } from '../../model/index.ts';
import type { PlanUnit } from '../ports/lane-store.ts';
import type { MeetingRun } from './meeting-run.ts';

/**
 * A member takes a Team's meeting out of his own calendar: it is none the less held, so its record goes over to the Team's owner, who keeps it in
 * step from then on. Where Salesforce has refused that, the record goes with the member's copy, and the Team's lane makes its own. Answers who is to
 * own a link's record.
 */
export async function leaveToTeam(run: MeetingRun, units: readonly PlanUnit[]): Promise<(link: Link) => string | null> {
  const keys = run.policy.source ? [] : units.flatMap((unit) => keyOfLeft(run, unit));
  const owners = keys.length > 0 ? await run.store.inSources(run.lane, keys) : new Map<string, string>();
  return ({ key }) => (key === null ? null : (owners.get(key) ?? null));
}

/** This user's own record of a meeting that others organize. */
function keyOfLeft({ policy }: MeetingRun, { object, link, outlook, salesforce }: PlanUnit): string[] {
  if (object !== 'event' || !outlook?.removed || !outlook.confirmed || !link?.key || !salesforce || salesforce.removed) return [];
  const invited = link.guests?.some(({ organizer }) => organizer) === true;
  return invited && salesforce.facts.ownerId === policy.salesforceUserId ? [link.key] : [];
}
