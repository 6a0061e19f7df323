import type { LaneRun } from './lane-run.ts';
import { writeSide } from './write-side.ts';

/** Sends what the outbox holds to both sides. Returns how many items stand differently than planned. */
export async function writeSides(run: LaneRun): Promise<number> {
  const [salesforce, outlook] = await both(writeSide(run, 'salesforce'), writeSide(run, 'outlook'));
  return salesforce + outlook;
}

/**
 * Both sides to their end, then the first failure. What one side still does when the other has failed must be over before the lane is
 * given back, or it would write beside the next run; and what it got done is kept.
 */
export async function both<A, B>(one: Promise<A>, other: B | Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([one, other]);
  return Promise.all([one, other]);
}
