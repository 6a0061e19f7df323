import { goneItem, type Observation } from '../../model/index.ts';
import { emptyStep } from '../plan/empty-step.ts';
import { newLink } from '../plan/plan-context.ts';
import { isoNow, type LaneRun } from './lane-run.ts';
import { translate } from './translate.ts';

/**
 * A member's mailbox gave a record to the Team's owner because the Team had the meeting still, and the Team's calendar lost it before its lane could
 * take the record on: nobody's item is left of it. The lane ties the record to the item that it knew, as missing; the confirming desk proves that,
 * and what follows is a deletion like any other, with brake, journal and undo. Before `wakeSource`, which forgets such items.
 */
export async function takeBack(run: LaneRun): Promise<void> {
  const { store, lane, policy, providers } = run;
  const given = await store.givenForNothing(lane);
  if (given.length === 0) return;
  const refs = given.map(({ salesforceId }) => ({ object: 'event' as const, remoteId: String(salesforceId) }));
  const looks = await providers.salesforce.get(refs);
  const records = looks.flatMap(({ item }) => (item ? translate(run, 'salesforce', 'event', item) : []));
  const own = new Map(
    records.filter((record) => !record.removed && record.facts.ownerId === policy.salesforceUserId).map((one) => [one.remoteId, one]),
  );
  const links = given.flatMap((link) => {
    const record = own.get(String(link.salesforceId));
    const { outlookId, salesforceId, key, baseOutlook, baseSalesforce, madeByUs } = link;
    const tie = { outlookId, salesforceId, key, baseOutlook, baseSalesforce, madeByUs, salesforceVersion: record?.version ?? null };
    return record ? newLink({ id: () => run.ids.next() }, 'event', { ...tie, state: 'linked' }) : [];
  });
  // The items first: an item without a link is forgotten, a link without its items would stay.
  await store.saveLookups(lane, [...links.map(({ outlookId }) => missing(String(outlookId))), ...own.values()], isoNow(run));
  if (links.length > 0) await store.savePlan(lane, { ...emptyStep, links }, isoNow(run));
}

const missing = (remoteId: string): Observation => goneItem({ side: 'outlook', object: 'event', remoteId }, false);
