import { type Decision, itemKey, type Observation } from '../../model/index.ts';
import { decide } from '../plan/plan-context.ts';
import type { MeetingRun } from './meeting-run.ts';

/**
 * Events that a Team's or a site's lane keeps in step belong to that lane's owner in Salesforce, but not into his own calendar: brought down there,
 * they would be his to edit and to delete, and the record would go while the Team still has the meeting. Answers their decisions by item key.
 */
export async function leaveToSource(run: MeetingRun, items: readonly Observation[]): Promise<Map<string, Decision>> {
  const records = run.policy.source ? [] : items.filter(({ side }) => side === 'salesforce');
  if (records.length === 0) return new Map();
  const kept = await run.store.keptBySources(
    run.lane,
    records.map(({ remoteId }) => remoteId),
  );
  const left = records.filter(({ remoteId }) => kept.has(remoteId));
  return new Map(left.map((item) => [itemKey(item), { ...decide(item, 'held-by-colleague', 'skip'), room: 'identify' }]));
}
