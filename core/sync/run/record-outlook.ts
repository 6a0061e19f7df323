import { type SyncError, SyncFailure } from '../../model/index.ts';
import type { LaneRun } from './lane-run.ts';
import { readSide } from './read-side.ts';
import { writeSide } from './write-side.ts';

/**
 * The run of a lane whose Salesforce org is parked: what Outlook says is recorded and what waits for Outlook goes out; planning, which may
 * have to look something up in Salesforce, waits with it. Always ends as what it is: a wait.
 */
export async function recordOutlook(run: LaneRun, parked: Extract<SyncError, { kind: 'retry-at' }>): Promise<never> {
  await writeSide(run, 'outlook');
  await readSide(run, 'outlook');
  throw new SyncFailure(parked);
}
