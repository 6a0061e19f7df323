import { takeSaved } from '../mail/take-saved.ts';
import { applyGate } from './apply-gate.ts';
import { attend } from './attend.ts';
import { confirmRemovals } from './confirm-removals.ts';
import { customize } from './customize.ts';
import type { LaneRun, LookUps } from './lane-run.ts';
import { markSaved } from './mark-saved.ts';
import { noteBars } from './note-bars.ts';
import { noteRedactions } from './note-redactions.ts';
import { planLane } from './plan-lane.ts';
import { nameFolders, readOn, readSide } from './read-side.ts';
import { recordOutlook } from './record-outlook.ts';
import { redactRemoved } from './redact-removed.ts';
import { redactShared } from './redact-shared.ts';
import { refreshAsked } from './refresh-asked.ts';
import { settingsChanged } from './settings-changed.ts';
import { wake } from './wake.ts';
import { both, writeSides } from './write-sides.ts';

/** An item that keeps changing under our hands is left for the next run after so many looks. */
const rounds = 3;

/**
 * One run of one mailbox, from what the last run left to the last receipt. The rooms before (doorbell, claim, gate) and after (ledger)
 * are service/lanes. Killing the process between any two of these lines leaves a state from which the next run ends the same.
 */
export async function runLane(given: LaneRun): Promise<void> {
  const collections = await given.store.collections(given.lane);
  const lookUps: LookUps = { mayWait: false, done: new Set() };
  const run = { ...(await customize(given, collections)), folders: new Map<string, string>(), lookUps };
  nameFolders(run, collections);
  if (run.parked) return recordOutlook(run, run.parked);
  await writeSides(run); // what an earlier run, or an answer to a held question, left in the outbox
  const saved = await run.store.savedWaiting(run.lane);
  await markSaved(run, saved);
  await wake(run);
  await both(readSide(run, 'outlook'), run.outlookOnly ? undefined : readSide(run, 'salesforce'));
  await takeSaved(run, saved);
  if ((await confirmRemovals(run)).has('task')) await readOn(run, 'task');
  await refreshAsked(run);
  if (run.customization && settingsChanged(run)) await run.store.applySettings(run.lane, run.customization.mark);
  await redactRemoved(run);
  for (let round = 0; round < rounds; round += 1) {
    // Whom a write has found to be known is looked up by the next plan, which must see who it is.
    lookUps.mayWait = round === 0;
    lookUps.asked = undefined;
    if ((await planLane(run)) === 0 && round > 0) break;
    await applyGate(run);
    if ((await writeSides(run)) === 0) break;
  }
  await attend(run);
  await redactShared(run);
  await noteRedactions(run);
  await noteBars(run);
}
