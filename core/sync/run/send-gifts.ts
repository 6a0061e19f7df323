import { ownerField } from '../../model/index.ts';
import type { Receipt, TakenIntent } from '../ports/lane-store.ts';
import type { WriteAnswer } from '../ports/provider.ts';
import type { LaneRun } from './lane-run.ts';

/** It makes another user the owner of a record. */
export const isGift = ({ fields }: Pick<TakenIntent, 'fields'>): boolean => typeof fields?.[ownerField] === 'string';

/**
 * Records that go to another owner: out of the giver's hands, and maybe out of his sight, so nothing is read back. Sent twice it comes to the same.
 */
export async function* sendGifts(run: LaneRun, taken: readonly TakenIntent[]): AsyncGenerator<readonly WriteAnswer[]> {
  const gifts = taken.map(({ remoteId, fields, maybeSent }) => ({
    recordId: String(remoteId),
    ownerId: String(fields?.[ownerField]),
    maybeSent,
  }));
  const answers = (await run.providers.salesforce.give?.(gifts)) ?? new Map();
  yield taken.flatMap(({ id, remoteId, link }): WriteAnswer[] => {
    const error = answers.get(String(remoteId));
    if (error === undefined) return [];
    if (error) return [{ intentId: id, done: false, error }];
    return [{ intentId: id, done: true, remoteId: String(remoteId), version: link.salesforceVersion ?? '', raw: null }];
  });
}

/** Given away: a Team's link rests, any other ends. What an undo gives back changes no link: whoever keeps the meeting in step goes on. */
export function gaveReceipt(run: LaneRun, intent: TakenIntent, version: string, at: string): Receipt {
  run.tally.wrote(intent.object, intent.side, 'update');
  const frame = {
    intentId: intent.id,
    outcome: 'done',
    remoteId: String(intent.remoteId),
    version,
    stored: null,
    otherEdits: false,
    at,
  } as const;
  return intent.undoes ? frame : { ...frame, gave: run.policy.source ? 'paused' : 'ended' };
}
