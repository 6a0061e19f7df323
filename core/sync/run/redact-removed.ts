import { emptyStep } from '../plan/empty-step.ts';
import { planRedaction } from '../plan/plan-redaction.ts';
import { isoNow, type LaneRun } from './lane-run.ts';
import { planContext } from './plan-lane.ts';
import { writeSide } from './write-side.ts';

/** A record that somebody edits under our hands is looked at once more. */
const looks = 2;

/**
 * Takes the words of meetings that left a series which is private now out of their records, before deletions are judged: whatever becomes of
 * these (held by the brake, refused, never planned after a reset), no word waits in Salesforce for the answer. Docs: decisions/0029.
 */
export async function redactRemoved(run: LaneRun): Promise<void> {
  if (!run.policy.objects.event.up) return;
  const context = planContext(run);
  for (let look = 0; look < looks; look += 1) {
    const removed = await run.store.removedPrivate(run.lane);
    const redactions = removed.flatMap((meeting) => planRedaction(meeting, context) ?? []);
    if (redactions.length === 0) return;
    const links = redactions.map(({ link }) => link);
    const decisions = redactions.map(({ decision }) => decision);
    const intents = redactions.map(({ intent }) => intent);
    await run.store.savePlan(run.lane, { ...emptyStep, links, intents, decisions, beside: true }, isoNow(run));
    for (const { object, side, action, reason } of decisions) run.tally.decided(object, side, action, reason);
    const changed = await writeSide(run, 'salesforce');
    await run.store.renewDeletes(
      run.lane,
      links.map(({ id }) => id),
    );
    if (changed === 0) return;
  }
}
