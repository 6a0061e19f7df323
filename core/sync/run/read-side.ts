import { type CalendarWindow, type Collection, type Decision, type ObjectKind, objectKinds, type Side } from '../../model/index.ts';
import { watchLeads } from '../leads/watch-leads.ts';
import { readsMail } from '../mail/mail-scope.ts';
import { emptyStep } from '../plan/empty-step.ts';
import type { LeadWatch } from '../ports/leads.ts';
import type { ReadPage } from '../ports/provider.ts';
import { inOrder } from './in-order.ts';
import { isStale } from './is-stale.ts';
import { isoNow, type LaneRun } from './lane-run.ts';
import { mailWindow } from './mail-window.ts';
import { noteBeyond } from './note-beyond.ts';
import { readItems } from './read-items.ts';
import { settingsChanged } from './settings-changed.ts';

/**
 * Rooms 4 to 6 for one side: every due collection by its cursor, page by page; a page's observations and its cursor are stored together.
 * A lost token, a week gone by or a calendar window that has slid away starts a full listing, whose end sweeps what was not seen.
 */
export async function readSide(run: LaneRun, side: Side): Promise<void> {
  const leads = side === 'salesforce' ? await watchLeads(run) : null;
  let due = await dueCollections(run, side);
  for (let round = 0; due.length > 0 && round < 3; round += 1) due = await readRound(run, side, due, leads);
  await leads?.wake();
}

/**
 * Reads the lists of one object on in Outlook: what one of them lacks may have come to another after that was read. Its new place must be known
 * before anything is taken for deleted.
 */
export async function readOn(run: LaneRun, object: ObjectKind): Promise<void> {
  const lists = (await run.store.collections(run.lane)).filter((one) => one.side === 'outlook' && one.object === object);
  if (lists.length > 1) await readRound(run, 'outlook', lists);
}

async function dueCollections(run: LaneRun, side: Side): Promise<Collection[]> {
  const objects = objectKinds.filter((kind) => isFollowed(run, kind, side));
  let known = (await run.store.collections(run.lane)).filter((collection) => collection.side === side);
  if (known.length === 0 || settingsChanged(run) || known.some((collection) => isStale(run, collection)) || mayHaveMore(run, side, known)) {
    const seeds = await run.providers[side].discover(objects, firstFolders(run));
    if (side === 'outlook' && objects.includes('email')) await noteBeyond(run, seeds);
    const windowed = seeds.map((seed) => ({
      ...seed,
      side,
      window: windowOf(run, seed.object, side),
      shape: run.shapes[seed.object],
    }));
    const before = known;
    known = (await run.store.addCollections(run.lane, windowed, isoNow(run))).filter((collection) => collection.side === side);
    nameFolders(run, known);
    known = await listMarked(run, before, known);
  }
  const due = known.filter((collection) => objects.includes(collection.object));
  const stale = due.filter((collection) => isStale(run, collection));
  await readOut(run, side, stale);
  return Promise.all(due.map((collection) => (stale.includes(collection) ? restart(run, collection, collection.listedAt) : collection)));
}

/** The folder that marks a mail, by its name and by what Lockstep put there or took over. */
const firstFolders = ({ policy }: LaneRun): ReadonlySet<string> =>
  new Set([...(policy.places ?? []), ...(policy.mail.folder === null ? [] : [policy.mail.folder.toLowerCase()])]);

/**
 * What happened to a meeting that has left the calendar's window since is told by the old window's cursor and by nobody else: that it is private
 * now, or gone. So that one is read to its end before it is given up.
 */
async function readOut(run: LaneRun, side: Side, stale: readonly Collection[]): Promise<void> {
  const slid = ({ object, cursor, phase, shape }: Collection) =>
    object === 'event' && cursor !== null && phase === 'incremental' && shape === run.shapes[object];
  const calendars = side === 'outlook' && !run.providers.outlook.listsWhole ? stale.filter(slid) : [];
  if (calendars.length > 0) await readRound(run, side, calendars);
}

/** A mail folder that has got the name which marks: of its mails nothing was noted so far, so they are listed as in a folder that is new. */
function listMarked(run: LaneRun, before: readonly Collection[], now: readonly Collection[]): Promise<Collection[]> {
  const names = new Map(before.map(({ id, name }) => [id, name]));
  const wanted = run.policy.mail.folder?.toLowerCase();
  const marked = ({ id, object, name }: Collection) =>
    object === 'email' && name.toLowerCase() === wanted && names.has(id) && names.get(id)?.toLowerCase() !== wanted;
  return Promise.all(now.map((collection) => (marked(collection) ? restart(run, collection, null) : collection)));
}

const day = 24 * 3_600_000;

/** A folder or list that a person made meanwhile is found within a day, and at once where somebody asks for a sync: looking costs requests. */
function mayHaveMore(run: LaneRun, side: Side, known: readonly Collection[]): boolean {
  if (side !== 'outlook') return false;
  const looked = Math.min(...known.map(({ discoveredAt }) => (discoveredAt === null ? 0 : Date.parse(discoveredAt))));
  return run.asked === true || run.clock.now() - looked >= day;
}

/** The names by which a setting may mean a folder; the pieces of our own customization are known by their ids, whatever they are called. */
export function nameFolders({ folders, policy }: LaneRun, collections: readonly Collection[]): void {
  for (const { side, remoteId, name } of collections) {
    if (side === 'outlook' && !policy.places?.has(remoteId)) folders?.set(remoteId, name);
  }
}

/** Mails go upward only, so Salesforce is not read for them; nor is a mailbox where nothing is taken but by hand. */
function isFollowed(run: LaneRun, kind: ObjectKind, side: Side): boolean {
  const { up, down } = run.policy.objects[kind];
  return kind === 'email' ? side === 'outlook' && readsMail(run.policy) : up || down;
}

/**
 * Of tasks, To Do lists all; Salesforce keeps ten years of done ones, so there the listing begins somewhere. Mails are listed from where
 * they may be taken, and all of them only where the past was asked for.
 */
function windowOf(run: LaneRun, object: ObjectKind, side: Side): CalendarWindow | null {
  if (object === 'email') return mailWindow(run, null);
  return object === 'event' || (object === 'task' && side === 'salesforce') ? run.readWindow : null;
}

function restart(run: LaneRun, collection: Collection, listedAt: string | null): Promise<Collection> {
  const window = collection.object === 'email' ? mailWindow(run, listedAt) : collection.window && run.readWindow;
  return run.store.restartCollection(run.lane, collection.id, { window, shape: run.shapes[collection.object] });
}

/** Returns the collections whose token was lost on the way: they start again from nothing. */
async function readRound(run: LaneRun, side: Side, due: readonly Collection[], leads: LeadWatch | null = null): Promise<Collection[]> {
  const byId = new Map(due.map((collection) => [collection.id, collection]));
  const lost: Collection[] = [];
  const save = inOrder();
  for await (const page of run.providers[side].read(
    due.map((collection) => ({ collection })),
    leads,
  )) {
    run.stop.throwIfAborted();
    const collection = byId.get(page.collectionId);
    if (!collection) continue;
    if (page.lost) lost.push(collection);
    else await save.next(() => savePage(run, side, collection, page));
  }
  await save.settled();
  return Promise.all(lost.map((collection) => restart(run, collection, collection.listedAt)));
}

async function savePage(run: LaneRun, side: Side, collection: Collection, page: ReadPage): Promise<void> {
  const { observations, gone } = await readItems(run, side, collection, page.items);
  run.tally.read[side] += page.items.length;
  if (gone.length > 0) await leave(run, gone);
  const { cursor, complete, gone: isGone = false } = page;
  const kept = await run.store.savePage(run.lane, { collection, observations, cursor, complete, gone: isGone, at: isoNow(run) });
  run.tally.unchanged += kept.unchanged;
  run.tally.foreign += kept.foreign;
}

/** What is left out already here is counted and has its reason in the books, like everything that the planner leaves. */
async function leave(run: LaneRun, decisions: readonly Decision[]): Promise<void> {
  await run.store.savePlan(run.lane, { ...emptyStep, decisions }, isoNow(run));
  for (const { object, side, action, reason } of decisions) run.tally.decided(object, side, action, reason);
}
