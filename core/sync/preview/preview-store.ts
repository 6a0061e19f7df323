import {
  type Decision,
  type Intent,
  itemKey,
  type Link,
  type ObjectKind,
  type Observation,
  type Reason,
  type Side,
} from '../../model/index.ts';
import type { DeleteCount, GateBooks } from '../ports/gate-books.ts';
import type { LaneStore, PlanUnit } from '../ports/lane-store.ts';
import type { ItemPlace, PreviewReads } from '../ports/preview-reads.ts';

/** What the planner and the gate decided, kept in memory. */
export interface Planned {
  intents: Intent[];
  /** Words taken out of records before anything else is planned, beside whatever is decided about their pairs. */
  redactions: { intent: Intent; link: Link }[];
  decisions: Decision[];
  /** The links as the plan leaves them, by id. */
  links: Map<string, Link>;
  /** The links as they were. */
  before: Map<string, Link>;
  /** Why an intent waits for a person, by its id. */
  held: Map<string, Reason>;
  /** The items looked at, by item key. */
  items: Map<string, Observation>;
}

const writesNothing = (): Promise<never> => Promise.reject(new Error('a preview writes nothing'));

/**
 * The books of a lane for planning without a trace: what planner and gate store stays in memory and is seen by what is planned after it, as in
 * the real books; everything else is read from them. So the very same functions decide that decide in a sync.
 */
export function previewStore(books: LaneStore & PreviewReads, { all }: { all: boolean }): { store: LaneStore; planned: Planned } {
  const planned: Planned = {
    intents: [],
    redactions: [],
    decisions: [],
    links: new Map(),
    before: new Map(),
    held: new Map(),
    items: new Map(),
  };
  const settled = new Set<string>();
  const looked = new Map<string, Observation>();
  let place: ItemPlace | null | undefined;

  const isOpen = (unit: PlanUnit) => ends(unit).some((item) => !settled.has(itemKey(item)));

  const unplanned: LaneStore['unplanned'] = async (lane, limit) => {
    while (place !== null) {
      const page: Awaited<ReturnType<PreviewReads['unplannedAfter']>> = await books.unplannedAfter(lane, {
        after: place ?? null,
        limit,
        all,
      });
      place = page.last;
      const open = page.units.filter(isOpen);
      for (const unit of open) {
        if (unit.link) planned.before.set(unit.link.id, unit.link);
        for (const item of ends(unit)) planned.items.set(itemKey(item), item);
      }
      if (open.length > 0) return open;
    }
    return [];
  };

  const savePlan: LaneStore['savePlan'] = async (_lane, step) => {
    if (step.beside) {
      const links = new Map(step.links.map((link) => [link.id, link]));
      planned.redactions = step.intents.flatMap((intent) =>
        links.get(intent.linkId) ? [{ intent, link: links.get(intent.linkId) as Link }] : [],
      );
      planned.decisions.push(...step.decisions);
      return;
    }
    for (const link of step.links) planned.links.set(link.id, link);
    const again = new Set([...step.links.map((link) => link.id), ...step.intents.map((intent) => intent.linkId)]);
    planned.intents = [...planned.intents.filter((intent) => !again.has(intent.linkId)), ...step.intents];
    planned.decisions.push(...step.decisions);
    for (const mail of step.strip ?? []) planned.items.delete(itemKey(mail));
    for (const item of [...step.planned, ...step.forget]) settled.add(itemKey(item));
  };

  const linksOf: LaneStore['linksOf'] = async (lane, object, side, remoteIds) => {
    const stored = await books.linksOf(lane, object, side, remoteIds);
    const made = [...planned.links.values()].filter((link) => link.object === object && remoteIds.includes(idOf(link, side) ?? ''));
    return [...stored.filter((link) => !planned.links.has(link.id)), ...made].filter((link) => link.state !== 'ended');
  };

  const store: LaneStore = {
    ...books,
    unplanned,
    savePlan,
    linksOf,
    unlinkedKeys: async (lane, object, side) => {
      const taken = new Set([...planned.links.values()].filter((link) => link.state !== 'ended').map((link) => idOf(link, side)));
      return (await books.unlinkedKeys(lane, object, side)).filter((entry) => !taken.has(entry.remoteId));
    },
    leavers: async (lane, object) => (await books.leavers(lane, object)).filter(({ link }) => !planned.links.has(link?.id ?? '')),
    newcomers: async (lane, object) => (await books.newcomers(lane, object)).filter((item) => !settled.has(itemKey(item))),
    observations: async (lane, object, side, remoteIds) => {
      const stored = await books.observations(lane, object, side, remoteIds);
      const known = new Map(stored.map((seen) => [seen.remoteId, seen]));
      for (const id of remoteIds) {
        const seen = looked.get(itemKey({ side, object, remoteId: id }));
        if (seen) known.set(id, seen);
      }
      return [...known.values()];
    },
    saveLookups: async (_lane, observations) => {
      for (const seen of observations) {
        looked.set(itemKey(seen), seen);
        planned.items.set(itemKey(seen), seen);
      }
    },
    ...gateOf(books, planned),
    applySettings: writesNothing,
    savePiece: writesNothing,
    saveRefused: writesNothing,
    savePage: writesNothing,
    addCollections: writesNothing,
    restartCollection: writesNothing,
    take: writesNothing,
    untake: writesNothing,
    saveReceipts: writesNothing,
    saveGuests: writesNothing,
    renewDeletes: writesNothing,
    saveRedactions: async () => {},
    claimMeetings: (lane, keys, at) => books.meetingClaims(lane, keys, at),
    noteSourceMeetings: async () => {},
  };
  return { store, planned };
}

function gateOf(books: PreviewReads, planned: Planned): GateBooks {
  const deletes = () => planned.intents.filter((intent) => intent.operation === 'delete');
  const hold = (intent: Intent, reason: Reason) => {
    intent.state = 'held';
    planned.held.set(intent.id, reason);
  };
  return {
    proposedDeletes: async (lane) => {
      const links = new Map((await books.linkCounts(lane)).map((count) => [count.object, count.links]));
      for (const link of planned.links.values()) {
        const change = Number(link.state === 'linked') - Number(planned.before.get(link.id)?.state === 'linked');
        links.set(link.object, (links.get(link.object) ?? 0) + change);
      }
      const up = deletes().filter(({ side }) => side === 'salesforce');
      const lists = await books.deletesByList(
        lane,
        up.map(({ linkId }) => linkId),
      );
      return [...countDeletes(deletes(), links), ...lists];
    },
    holdDeletes: async (_lane, holds) => {
      const on = new Map(holds.map(({ side, object, linkIds }) => [`${side} ${object}`, linkIds && new Set(linkIds)]));
      for (const intent of deletes()) {
        const name = `${intent.side} ${intent.object}`;
        const meant = on.has(name) && (on.get(name)?.has(intent.linkId) ?? true);
        if (meant && intent.state === 'proposed') hold(intent, 'delete-brake');
      }
    },
    holdInvitations: async (_lane, reason) => {
      const mailing = planned.intents.filter((intent) => intent.recipients.length > 0);
      for (const intent of mailing) hold(intent, reason);
      return mailing.map(({ object, side, operation }) => ({ object, side, operation }));
    },
    release: async () => planned.intents.filter((intent) => intent.state === 'proposed').length,
  };
}

function countDeletes(deletes: readonly Intent[], links: ReadonlyMap<ObjectKind, number>): DeleteCount[] {
  const counts = new Map<string, DeleteCount>();
  for (const { side, object } of deletes) {
    const name = `${side} ${object}`;
    const count = counts.get(name) ?? { side, object, proposed: 0, links: links.get(object) ?? 0 };
    count.proposed += 1;
    counts.set(name, count);
  }
  return [...counts.values()];
}

const idOf = (link: Link, side: Side): string | null => (side === 'outlook' ? link.outlookId : link.salesforceId);

const ends = (unit: PlanUnit): Observation[] => [unit.outlook, unit.salesforce].filter((item) => item !== null);
