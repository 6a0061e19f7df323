import { goneItem, type Observation } from '../../model/index.ts';
import { emptyStep } from '../plan/empty-step.ts';
import { planRedaction, type Redaction } from '../plan/plan-redaction.ts';
import type { OwnExposure } from '../ports/redact-books.ts';
import { wordsLeft } from '../safety/words-left.ts';
import { attend } from './attend.ts';
import { isoNow, type LaneRun } from './lane-run.ts';
import { planContext } from './plan-lane.ts';
import { translate } from './translate.ts';
import { writeSide } from './write-side.ts';

/** A record that somebody edits under our hands is looked at once more. */
const looks = 2;

/**
 * Takes the words of what is private now out of records that no merge sees to (meetings that left a series, pairs that were parted, redactions that
 * Salesforce refused before), before deletions are judged: whatever becomes of these (held by the brake, refused, never planned after a reset),
 * no word waits in Salesforce for the answer. Docs: decisions/0029.
 */
export async function redactRemoved(run: LaneRun): Promise<void> {
  for (let look = 0; look < looks; look += 1) {
    const links = await planRedactions(run);
    if (links.length === 0) return;
    // First: of what is private Salesforce shows nothing to others than its owner.
    await attend(run);
    const changed = await writeSide(run, 'salesforce');
    await run.store.renewDeletes(run.lane, links);
    if (changed === 0) return;
  }
}

/** Stores what is to be redacted beside what waits; answers the links. What says nothing more, or is gone, is seen to for good. */
export async function planRedactions(run: LaneRun): Promise<string[]> {
  const exposed = await looked(run, await run.store.ownExposed(run.lane));
  if (exposed.length === 0) return [];
  const context = planContext(run);
  const over = exposed.flatMap((one) => (isOver(one) ? one.link.id : []));
  if (over.length > 0) await run.store.saveRedactions(run.lane, { over }, isoNow(run));
  const redactions = exposed.flatMap((one): Redaction[] => {
    const { record } = one;
    const redaction = record && !record.removed && !record.problem ? planRedaction({ ...one, record }, context) : null;
    return redaction ? [redaction] : [];
  });
  if (redactions.length === 0) return [];
  const links = redactions.map(({ link }) => link);
  const decisions = redactions.map(({ decision }) => decision);
  const intents = redactions.map(({ intent }) => intent);
  await run.store.savePlan(run.lane, { ...emptyStep, links, intents, decisions, beside: true }, isoNow(run));
  for (const { object, side, action, reason } of decisions) run.tally.decided(object, side, action, reason);
  return links.map(({ id }) => id);
}

/** A live pair stays as it is; one that ended is done with as soon as its record has nothing to say. */
function isOver({ link, record, redacted }: OwnExposure): boolean {
  if (link.state !== 'ended' || !record) return false;
  return record.removed ? record.confirmed : !link.redaction && wordsLeft(record.fields, redacted).length === 0;
}

/** Records that the books do not follow, as they stand now. What cannot be seen is neither gone nor redacted. */
async function looked(run: LaneRun, exposed: readonly OwnExposure[]): Promise<OwnExposure[]> {
  const unknown = exposed.filter(({ followed }) => !followed).map(({ link }) => String(link.salesforceId));
  if (unknown.length === 0) return [...exposed];
  const looks = await run.providers.salesforce.get(unknown.map((remoteId) => ({ object: 'event' as const, remoteId })));
  const seen = new Map(
    looks.flatMap(({ remoteId, item, error }): [string, Observation][] => {
      if (item && !item.removed) return [[remoteId, translate(run, 'salesforce', 'event', item)]];
      return error ? [] : [[remoteId, goneItem({ side: 'salesforce', object: 'event', remoteId })]];
    }),
  );
  await run.store.saveLookups(
    run.lane,
    [...seen.values()].filter((one) => !one.problem),
    isoNow(run),
  );
  return exposed.map((one) => (one.followed ? one : { ...one, record: seen.get(String(one.link.salesforceId)) ?? null }));
}
