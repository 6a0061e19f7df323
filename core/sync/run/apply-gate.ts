import type { DeleteCount } from '../ports/gate-books.ts';
import { brakedDeletes } from '../safety/braked-deletes.ts';
import { isoNow, type LaneRun } from './lane-run.ts';

/**
 * Room 11, the safety gate over what was proposed: deletes of a collection that are too many wait for an admin's answer, and whatever would
 * mail people waits for a yes; the rest of the lane goes on.
 */
export async function applyGate(run: LaneRun): Promise<void> {
  const at = isoNow(run);
  const braked = brakedDeletes(await run.store.proposedDeletes(run.lane));
  // Whatever would mail people is asked about by itself, one by one: a yes to many deletions is none to their mails.
  const waiting = run.policy.invitations === 'ask' ? await run.store.holdInvitations(run.lane, 'invitation-guard', at) : [];
  for (const { object, side } of waiting) run.tally.held(object, side, 'invitation-guard');
  run.tally.issues += waiting.length;
  const asked = ({ side, object }: DeleteCount) =>
    waiting.filter((one) => one.operation === 'delete' && one.side === side && one.object === object).length;
  const held = braked.map((count) => ({ count, left: count.proposed - asked(count) })).filter(({ left }) => left > 0);
  if (held.length > 0) {
    const holds = held.map(({ count }) => ({
      ...count,
      issue: {
        object: count.object,
        side: count.side,
        remoteId: null,
        linkId: null,
        intentId: null,
        reason: 'delete-brake' as const,
        detail: { proposed: count.proposed, links: count.links },
      },
    }));
    await run.store.holdDeletes(run.lane, holds, at);
    for (const { count, left } of held) run.tally.held(count.object, count.side, 'delete-brake', left);
    run.tally.issues += held.length;
  }
  await run.store.release(run.lane);
}
