import { type Link, type ObjectKind, type Observation, otherSide, type Side } from '../../model/index.ts';
import { isoNow, type LaneRun } from '../run/lane-run.ts';
import { translate } from '../run/translate.ts';

/** A partner that is free again: what it was tied to is proven to be gone, and an item with the same natural key has come. */
export interface Inheritance {
  link: Link;
  /** The item that the newcomer stands in for. */
  gone: Observation;
  /** The partner as it stands now. */
  partner: Observation;
}

/**
 * A person deletes a contact and makes it again, or a phone does so with every edit: the record on the other side, and all that hangs on it,
 * is kept and tied to the newcomer, where a deletion and a new record would lose its history. Answers by the id of the partner. The
 * partner is looked up first: a deletion that is on its way already must not be taken for one that can still be called off.
 */
export async function findHeirs(run: LaneRun, object: ObjectKind, side: Side, links: readonly Link[]): Promise<Map<string, Inheritance>> {
  const heirs = new Map<string, Inheritance>();
  const lost = otherSide(side);
  const linked = links.filter((link) => link.state === 'linked' && idOf(link, lost) !== null && idOf(link, side) !== null);
  if (linked.length === 0) return heirs;
  const ends = await run.store.observations(
    run.lane,
    object,
    lost,
    linked.map((link) => String(idOf(link, lost))),
  );
  const gone = new Map(ends.filter((end) => end.removed && end.confirmed).map((end) => [end.remoteId, end]));
  const free = linked.flatMap((link) => {
    const end = gone.get(String(idOf(link, lost)));
    return end ? [{ link, gone: end, partnerId: String(idOf(link, side)) }] : [];
  });
  if (free.length === 0) return heirs;
  const looks = await run.providers[side].get(free.map(({ partnerId }) => ({ object, remoteId: partnerId })));
  const there = new Map(looks.flatMap((look) => (look.item && !look.item.removed ? [[look.remoteId, look.item] as const] : [])));
  for (const { link, gone: end, partnerId } of free) {
    const item = there.get(partnerId);
    const partner = item && translate(run, side, object, item);
    if (partner && !partner.problem) heirs.set(partnerId, { link, gone: end, partner });
  }
  await run.store.saveLookups(
    run.lane,
    [...heirs.values()].map(({ partner }) => partner),
    isoNow(run),
  );
  return heirs;
}

/** The link with the newcomer in the place of what is gone; without a base, so that the two are merged as on their first meeting. */
export function inherit({ link, partner }: Inheritance, newcomer: Observation): Link {
  const ends =
    newcomer.side === 'outlook'
      ? { outlookId: newcomer.remoteId, salesforceId: partner.remoteId }
      : { outlookId: partner.remoteId, salesforceId: newcomer.remoteId };
  return { ...link, ...ends, baseOutlook: null, baseSalesforce: null, state: 'pending' };
}

const idOf = (link: Link, side: Side): string | null => (side === 'outlook' ? link.outlookId : link.salesforceId);
