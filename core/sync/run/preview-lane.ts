import { takeSaved } from '../mail/take-saved.ts';
import type { LaneStore } from '../ports/lane-store.ts';
import type { PreviewReads } from '../ports/preview-reads.ts';
import type { Waiting } from '../preview/preview-rows.ts';
import { type Planned, previewStore } from '../preview/preview-store.ts';
import { applyGate } from './apply-gate.ts';
import { confirmRemovals } from './confirm-removals.ts';
import { customize } from './customize.ts';
import type { LaneRun } from './lane-run.ts';
import { planLane } from './plan-lane.ts';
import { nameFolders, readSide } from './read-side.ts';
import { planRedactions } from './redact-removed.ts';
import { settingsChanged } from './settings-changed.ts';
import { Tally } from './tally.ts';
import { wake } from './wake.ts';
import { both } from './write-sides.ts';

/**
 * Rooms 4 to 11 of a sync, up to the outbox. What is read is stored (it is true, and the next sync need not read it again); what is planned
 * is not, so the next sync plans all of it afresh. Nothing is written to either side.
 */
export async function previewLane(given: LaneRun & { store: LaneStore & PreviewReads }): Promise<{ planned: Planned; waiting: Waiting[] }> {
  const collections = await given.store.collections(given.lane);
  const run = { ...(await customize(withoutHands(given), collections)), folders: new Map<string, string>() };
  nameFolders(run, collections);
  await wake(run);
  await both(readSide(run, 'outlook'), readSide(run, 'salesforce'));
  await takeSaved(run, await run.store.savedWaiting(run.lane));
  await confirmRemovals(run);
  const waiting = await given.store.waiting(run.lane);
  const { store, planned } = previewStore(given.store, { all: settingsChanged(run) });
  const rehearsal = { ...run, store, tally: new Tally() };
  await planRedactions(rehearsal);
  await planLane(rehearsal);
  await applyGate(rehearsal);
  return { planned, waiting };
}

/** What stands in the mailbox is known, but nothing is put there, and the settings do not count as applied. */
function withoutHands(run: LaneRun): LaneRun {
  return run.customization ? { ...run, customization: { ...run.customization, customizer: undefined } } : run;
}
