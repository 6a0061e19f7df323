import { emptyStep } from '../plan/empty-step.ts';
import type { CollectionSeed } from '../ports/provider.ts';
import { isoNow, type LaneRun } from './lane-run.ts';

const mostNames = 5;
/** The issue is of all mail folders together; this name tells it apart. */
const folders = { side: 'outlook', object: 'email', remoteId: 'mail folders' } as const;

/** More mail folders than are followed: one issue names those that are not, as far as they fit, and is over when none is left. */
export async function noteBeyond(run: LaneRun, seeds: readonly CollectionSeed[]): Promise<void> {
  const beyond = seeds.flatMap((seed) => seed.beyond ?? []);
  const named = beyond.slice(0, mostNames).join(', ');
  const title = beyond.length > mostNames ? `${named} … (${beyond.length})` : named;
  const issue = { ...folders, linkId: null, intentId: null, reason: 'folders-beyond' as const, detail: { title } };
  const step = beyond.length > 0 ? { issues: [issue] } : { resolves: [folders] };
  await run.store.savePlan(run.lane, { ...emptyStep, ...step }, isoNow(run));
}
