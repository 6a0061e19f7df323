import type { Gift, Write } from '../../core/sync/index.ts';
import type { Asking } from './ask-parts.ts';
import { toCollections } from './build-collection.ts';
import { mostParts } from './composite.ts';
import { sendCollections } from './send-collections.ts';

/**
 * Makes others the owners of events that are this user's. Whether Salesforce lets him do so is a matter of the other one's calendar sharing ("Hide
 * Details and Add Events" is the default): a refusal leaves the record where it was, and is no error.
 */
export async function giveRecords(asking: Asking, gifts: readonly Gift[]): Promise<ReadonlySet<string>> {
  const frame = { object: 'event', operation: 'update', key: null, expectedVersion: null, maybeSent: false } as const;
  const rows = gifts.map(
    ({ recordId, ownerId }): Write => ({ ...frame, intentId: recordId, remoteId: recordId, body: { OwnerId: ownerId } }),
  );
  const collections = toCollections(rows, false);
  const given = new Set<string>();
  for (let start = 0; start < collections.length; start += mostParts) {
    const { outcomes } = await sendCollections(asking, collections.slice(start, start + mostParts));
    for (const outcome of outcomes) if ('id' in outcome) given.add(outcome.intentId);
  }
  return given;
}
