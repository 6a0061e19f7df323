import type { Link } from '../../model/index.ts';
import type { PlanUnit } from '../ports/lane-store.ts';
import type { LaneRun } from '../run/lane-run.ts';

/**
 * A member takes a Team's meeting out of his own calendar: it is none the less held, so its record goes over to the Team's owner, who keeps it in
 * step from then on. Where Salesforce does not allow that, the record goes with the member's copy, and the Team's lane makes its own. Answers
 * which links' meetings go on there.
 */
export async function leaveToTeam(run: LaneRun, units: readonly PlanUnit[]): Promise<(link: Link) => boolean> {
  const gone = run.policy.source ? [] : units.flatMap((unit) => leaving(run, unit));
  const owners =
    gone.length > 0
      ? await run.store.inSources(
          run.lane,
          gone.map(({ key }) => key),
        )
      : new Map<string, string>();
  const gifts = gone.flatMap(({ key, recordId }) => {
    const ownerId = owners.get(key);
    return ownerId === undefined ? [] : [{ recordId, ownerId }];
  });
  const given = gifts.length > 0 ? await run.providers.salesforce.give?.(gifts) : undefined;
  return ({ salesforceId }) => salesforceId !== null && given?.has(salesforceId) === true;
}

/** This user's own record of a meeting that others organize. */
function leaving({ policy }: LaneRun, { object, link, outlook, salesforce }: PlanUnit): { key: string; recordId: string }[] {
  if (object !== 'event' || !outlook?.removed || !outlook.confirmed || !link?.key || !salesforce || salesforce.removed) return [];
  const invited = link.guests?.some(({ organizer }) => organizer) === true;
  return invited && salesforce.facts.ownerId === policy.salesforceUserId ? [{ key: link.key, recordId: salesforce.remoteId }] : [];
}
