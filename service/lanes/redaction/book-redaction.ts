import type { Fields, Intent } from '../../../core/model/index.ts';
import { type ClaimedLane, type Receipt, wordsLeft } from '../../../core/sync/index.ts';
import type { LaneParts } from '../lane-parts.ts';
import type { Redacted, Rewritten } from './rewrite-records.ts';

/**
 * What was taken out of a colleague's records goes into that mailbox's books as a write of its own: link, journal and the list of invitees, and
 * both sides are looked at again when it syncs next. Booked after the write, which a kill between the two repeats without harm.
 */
export async function bookRedaction(
  { store, ids, clock }: Pick<LaneParts, 'store' | 'ids' | 'clock'>,
  lane: ClaimedLane,
  { redacted, gone }: Pick<Rewritten, 'redacted' | 'gone'>,
): Promise<void> {
  const at = new Date(clock.now()).toISOString();
  await store.saveLookups(lane, gone, at);
  if (redacted.length === 0) return;
  const booked = redacted.map((one) => ({ one, intent: intentOf(one, ids.next()) }));
  const links = redacted.map(({ exposed: { link } }) => ({ ...link, guests: link.guests ? [] : null }));
  const none = { decisions: [], issues: [], planned: [], forget: [] };
  const resolves = redacted.map(({ before: { side, object, remoteId } }) => ({ side, object, remoteId }));
  await store.savePlan(lane, { ...none, links, intents: booked.map(({ intent }) => intent), resolves }, at);
  await store.saveReceipts(
    lane,
    booked.map(({ one, intent }) => receiptOf(one, intent, at)),
  );
  await store.saveGuests(lane, { settled: links.map(({ id }) => id), issues: [] }, at);
}

function intentOf({ exposed, before }: Redacted, id: string): Intent {
  const names = [...new Set([...wordsLeft(before.fields, exposed.fields), ...wordsLeft(exposed.link.baseSalesforce, exposed.fields)])];
  const fields: Fields = Object.fromEntries(names.map((name) => [name, exposed.fields[name] ?? null]));
  return {
    id,
    linkId: exposed.link.id,
    side: 'salesforce',
    object: 'event',
    operation: 'update',
    remoteId: before.remoteId,
    key: null,
    expectedVersion: before.version,
    fields,
    whole: { ...before.fields, ...fields },
    before: before.fields,
    recipients: [],
    // It was sent already.
    state: 'sending',
    attempts: 1,
    error: null,
  };
}

function receiptOf({ before, after }: Redacted, { id }: Intent, at: string): Receipt {
  const version = after?.version ?? before.version;
  return { intentId: id, outcome: 'done', remoteId: before.remoteId, version, stored: after, otherEdits: true, at };
}
