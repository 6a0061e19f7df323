import type { SyncError } from '../../core/model/index.ts';
import type { Gift, Write } from '../../core/sync/index.ts';
import type { Asking } from './ask-parts.ts';
import { toCollections } from './build-collection.ts';
import { mostParts } from './composite.ts';
import { fetchRecords } from './fetch-records.ts';
import { sendCollections } from './send-collections.ts';

type Answers = Map<string, SyncError | null>;

/**
 * Makes others the owners of events that are this user's. Whether Salesforce lets him do so is a matter of the other one's calendar sharing ("Hide
 * Details and Add Events" is the default). Answers why one could not be handed over; null: it is the other one's now.
 */
export async function giveRecords(asking: Asking, gifts: readonly Gift[]): Promise<Answers> {
  const frame = { object: 'event', operation: 'update', key: null, expectedVersion: null, maybeSent: false } as const;
  const rows = gifts.map(
    ({ recordId, ownerId }): Write => ({ ...frame, intentId: recordId, remoteId: recordId, body: { OwnerId: ownerId } }),
  );
  const collections = toCollections(rows, false);
  const answers: Answers = new Map();
  for (let start = 0; start < collections.length; start += mostParts) {
    const { outcomes, stop } = await sendCollections(asking, collections.slice(start, start + mostParts));
    for (const outcome of outcomes) answers.set(outcome.intentId, 'id' in outcome ? null : outcome.error);
    if (stop) break;
  }
  return judgeAgain(asking, gifts, answers);
}

/** What an earlier attempt has given away can be refused now, for it is not the giver's any more: then the record tells. */
async function judgeAgain(asking: Asking, gifts: readonly Gift[], answers: Answers): Promise<Answers> {
  const doubted = gifts.filter(({ recordId, maybeSent }) => maybeSent && answers.get(recordId)?.kind === 'refused');
  if (doubted.length === 0) return answers;
  const records = await fetchRecords(
    asking,
    doubted.map(({ recordId }) => ({ object: 'event', id: recordId })),
  );
  for (const { recordId, ownerId } of doubted) {
    const record = records.get(recordId);
    if (!record || record.OwnerId === ownerId) answers.set(recordId, null);
  }
  return answers;
}
