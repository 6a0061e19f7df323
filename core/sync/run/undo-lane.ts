import { itemKey, type Link, type Observation, otherSide, ownerField, type Side, SyncFailure } from '../../model/index.ts';
import { emptyStep } from '../plan/empty-step.ts';
import type { PreviewReads } from '../ports/preview-reads.ts';
import type { UndoBooks, UndoScope } from '../ports/undo-books.ts';
import { type Change, collapseEntries } from '../undo/collapse-entries.ts';
import { planUndo, type UndoPlan, type UndoUnit } from '../undo/plan-undo.ts';
import { applyGate } from './apply-gate.ts';
import { isoNow, type LaneRun } from './lane-run.ts';
import { planContext } from './plan-lane.ts';
import { translate } from './translate.ts';
import { writeSides } from './write-sides.ts';

type UndoRun = LaneRun & { store: PreviewReads & UndoBooks };

/** One change and what is to be done about it. */
export interface UndoStep {
  change: Change;
  /** As it stands now, for the row that tells of it. */
  target: Observation | null;
  source: Observation | null;
  plan: UndoPlan;
}

/**
 * Looks at both ends of everything that was written, as they stand now, and says of each change how it is taken back or why not.
 * @param own - the person asks whose mailbox it is
 */
export async function planUndoOf(run: UndoRun, scope: UndoScope, own: boolean): Promise<UndoStep[]> {
  const written = collapseEntries(await run.store.journalOf(run.lane, scope));
  const links = new Map(
    (await run.store.linksById(run.lane, [...new Set(written.map(({ linkId }) => linkId))])).map((link) => [link.id, link]),
  );
  const changes = written.map((change) => follow(change, links.get(change.linkId)));
  const { seen, outOfSight } = await lookAt(run, endsOf(changes, links));
  const shared = await sharedOf(run, changes);
  const context = planContext(run);
  const steps: UndoStep[] = [];
  for (const change of changes) {
    const ends = await unitOf(run, change, links.get(change.linkId) ?? null, seen);
    const unit = { ...ends, own, shared: shared.has(change.remoteId), outOfSight: outOfSight.has(itemKey(change)) };
    steps.push({ change, target: unit.target, source: unit.source, plan: planUndo(unit, context) });
  }
  return steps;
}

/** Which of these records other mailboxes have, too: what would go with them, and an event that is to go back to a former owner. */
async function sharedOf({ store, lane }: UndoRun, changes: readonly Change[]): Promise<ReadonlySet<string>> {
  const shared = new Set<string>();
  const mine = changes.filter(({ side, object, written }) => side === 'salesforce' && (object !== 'event' || written.includes(ownerField)));
  for (const [object, group] of Map.groupBy(mine, (change) => change.object)) {
    const ids = group.map(({ remoteId }) => remoteId);
    for (const id of await store.heldByOthers(lane, object, ids)) shared.add(id);
    if (object === 'event') for (const id of await store.keptBySources(lane, ids)) shared.add(id);
  }
  return shared;
}

/** What came back under another id is looked for there: the pair's link knows it. */
function follow(change: Change, link: Link | undefined): Change {
  const remoteId = change.side === 'outlook' ? link?.outlookId : link?.salesforceId;
  return { ...change, remoteId: remoteId ?? change.remoteId };
}

/** Sends what `storeUndo` put into the outbox, through gate and receipts like any other write. May be called again after a kill. */
export async function sendUndo(run: UndoRun): Promise<void> {
  await applyGate(run);
  await writeSides(run);
}

/** Puts the plan into the outbox, in one transaction; what is tied together again is stored as it was seen first. */
export async function storeUndo(run: UndoRun, steps: readonly UndoStep[]): Promise<void> {
  const writes = steps.flatMap(({ plan }) => (plan.do === 'write' ? [plan] : []));
  if (writes.length === 0) return;
  const partners = steps.flatMap(({ plan, source }) => (plan.do === 'write' && plan.link && source ? [source] : []));
  await run.store.saveLookups(run.lane, partners, isoNow(run));
  await run.store.savePlan(
    run.lane,
    {
      ...emptyStep,
      links: writes.flatMap(({ link }) => link ?? []),
      intents: writes.map(({ intent }) => intent),
      decisions: writes.map(({ intent: { side, object, remoteId, operation, fields } }) => ({
        side,
        object,
        remoteId: remoteId ?? '',
        room: 'plan' as const,
        reason: 'undone' as const,
        action: operation,
        inputs: { fields: Object.keys(fields ?? {}) },
      })),
    },
    isoNow(run),
  );
}

function endsOf(changes: readonly Change[], links: ReadonlyMap<string, Link>): Pick<Observation, 'side' | 'object' | 'remoteId'>[] {
  const ends = changes.flatMap((change) => {
    const source = sourceIdOf(change, links.get(change.linkId) ?? null);
    const { side, object, remoteId } = change;
    return [{ side, object, remoteId }, ...(source === null ? [] : [{ side: otherSide(side), object, remoteId: source }])];
  });
  return [...new Map(ends.map((end) => [itemKey(end), end])).values()];
}

function sourceIdOf({ side }: Change, link: Link | null): string | null {
  return side === 'outlook' ? (link?.salesforceId ?? null) : (link?.outlookId ?? null);
}

/** As they stand now. What a look-up did not tell is not in the answer; what this user may not see is named. */
async function lookAt(
  run: UndoRun,
  ends: readonly Pick<Observation, 'side' | 'object' | 'remoteId'>[],
): Promise<{ seen: Map<string, Observation>; outOfSight: Set<string> }> {
  const seen = new Map<string, Observation>();
  const outOfSight = new Set<string>();
  for (const side of ['outlook', 'salesforce'] as const) {
    const mine = ends.filter((end) => end.side === side);
    if (mine.length === 0) continue;
    for (const look of await run.providers[side].get(mine)) {
      if (look.error?.kind === 'retry-at' || look.error?.kind === 'sign-in') throw new SyncFailure(look.error);
      if (look.error?.code === 'not-visible') outOfSight.add(itemKey({ ...look, side }));
      if (look.error) continue;
      const item = look.item ?? { remoteId: look.remoteId, version: '', raw: null, removed: true, confirmed: true };
      const found = translate(run, side, look.object, item);
      seen.set(itemKey(found), found);
    }
  }
  return { seen, outOfSight };
}

async function unitOf(
  run: UndoRun,
  change: Change,
  link: Link | null,
  seen: ReadonlyMap<string, Observation>,
): Promise<Omit<UndoUnit, 'shared' | 'own' | 'outOfSight'>> {
  const { object } = change;
  const side: Side = otherSide(change.side);
  const sourceId = sourceIdOf(change, link);
  const source = sourceId === null ? null : (seen.get(itemKey({ side, object, remoteId: sourceId })) ?? null);
  const target = seen.get(itemKey(change)) ?? null;
  // A source that could not be looked at may have been edited: then nothing is known well enough to write.
  const known = sourceId === null || source !== null;
  const readable = target !== null && target.problem === null && known;
  const holders = sourceId === null || link?.state !== 'ended' ? [] : await run.store.linksOf(run.lane, object, side, [sourceId]);
  return { change, link, target: readable ? target : null, source, sourceTaken: holders.some((other) => other.id !== link?.id) };
}
