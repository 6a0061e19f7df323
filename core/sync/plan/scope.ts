import type { Facts, ObjectKind, Observation, Reason } from '../../model/index.ts';
import { mailScope } from '../mail/mail-scope.ts';
import type { ObjectPolicy, SyncPolicy } from '../policy.ts';

/** Reason codes why an item may not travel; null when it may. The first rule that holds decides, so the order is the explanation. */
export type ScopeReason = Extract<
  Reason,
  | 'direction-off'
  | 'recurring'
  | 'cancelled'
  | 'outside-window'
  | 'before-start'
  | 'private'
  | 'not-triggered'
  | 'organizer-colleague'
  | 'not-yours'
  | 'draft'
  | 'internal-only'
  | 'excluded-by-user'
  | 'excluded-by-admin'
  | 'no-match'
>;

/** Hears of each rule as it is looked at, in order, and whether it bars the item: what "Why?" shows (trace-unit.ts). Answers what it was told. */
export type Look = (rule: ScopeReason, bars: boolean) => boolean;
const unheard: Look = (_rule, bars) => bars;

/** Up: from the mailbox to Salesforce. */
export function scopeUp(item: Observation, policy: SyncPolicy, look: Look = unheard): ScopeReason | null {
  const own = policy.objects[item.object];
  if (look('direction-off', !own.up)) return 'direction-off';
  if (item.object === 'email') return mailScope(item.facts, policy, look);
  if (item.object === 'event') {
    const reason = eventScope(item.facts, policy, look);
    if (reason) return reason;
    if (look('private', item.facts.private === true)) return 'private';
    if (look('organizer-colleague', eventCarrier(item.facts, policy) === 'colleague')) return 'organizer-colleague';
  }
  if (item.object === 'task' && look('outside-window', isLongDone(item.facts, policy))) return 'outside-window';
  return look('not-triggered', !isChosen(item.facts, own, policy, item.object)) ? 'not-triggered' : null;
}

/** Down: from Salesforce to the mailbox. Only the user's own records travel. */
export function scopeDown(item: Observation, policy: SyncPolicy, look: Look = unheard): ScopeReason | null {
  if (look('direction-off', !policy.objects[item.object].down)) return 'direction-off';
  if (look('not-yours', item.facts.ownerId !== policy.salesforceUserId)) return 'not-yours';
  if (item.object === 'task') return look('outside-window', isLongDone(item.facts, policy)) ? 'outside-window' : null;
  return item.object === 'event' ? eventScope(item.facts, policy, look) : null;
}

/**
 * One Salesforce Event per meeting across all synced mailboxes: the organizer's lane carries it where the organizer syncs into the same
 * Salesforce org, else the first synced attendee by address (features.md, decision 13).
 */
export function eventCarrier(facts: Facts, policy: SyncPolicy): 'me' | 'colleague' {
  return carrierOf(facts, policy) === null ? 'me' : 'colleague';
}

/** The address of the colleague who carries it; null: this mailbox itself. */
export function carrierOf(facts: Facts, policy: SyncPolicy): string | null {
  // A Team's lane asks the claims who carries a meeting (yield-meetings.ts): being named on it is no proof that a mailbox has it.
  if (policy.source || facts.isOrganizer !== false || !facts.organizer) return null;
  const synced = (facts.attendees ?? []).filter((address) => policy.colleagues.has(address)).sort();
  const carrier = policy.colleagues.has(facts.organizer) ? facts.organizer : synced[0];
  return carrier === undefined || policy.addresses.includes(carrier) ? null : carrier;
}

/** The window for the meetings of a series. */
export const seriesWindow = (policy: SyncPolicy): SyncPolicy['window'] => policy.seriesWindow ?? policy.window;

function eventScope(facts: Facts, policy: SyncPolicy, look: Look): ScopeReason | null {
  if (look('recurring', facts.type === 'seriesMaster')) return 'recurring';
  if (look('cancelled', facts.cancelled === true)) return 'cancelled';
  if (facts.start === undefined || facts.end === undefined) return null;
  const window = facts.seriesId ? seriesWindow(policy) : policy.window;
  if (look('outside-window', !touches(facts.start, facts.end, window))) return 'outside-window';
  if (look('before-start', policy.eventsFrom !== null && facts.end < policy.eventsFrom)) return 'before-start';
  return null;
}

/** Open tasks always travel; of those that are done, only what was due or edited of late. A day compares with an instant as text. */
function isLongDone({ closed, due, modifiedAt }: Facts, { closedTasksFrom }: SyncPolicy): boolean {
  return closed === true && (due ?? '') < closedTasksFrom && (modifiedAt ?? '') < closedTasksFrom;
}

/**
 * Whether a person took a linked item out of what travels: the category off, or out of the folder. Only where marks count at all; a direction
 * that is switched off asks for none.
 */
export function isUnmarked(item: Observation, policy: SyncPolicy): boolean {
  const own = policy.objects[item.object];
  // A saved mail stays saved: nothing of it is kept in step that could be paused.
  return item.side === 'outlook' && item.object !== 'email' && own.up && !isChosen(item.facts, own, policy, item.object);
}

/** A zero-length event at the window's start is inside; instants compare as texts because both are ISO 8601 in UTC. */
export function touches(start: string, end: string, window: SyncPolicy['window']): boolean {
  return start < window.end && (end > window.start || start >= window.start);
}

function isChosen(facts: Facts, own: ObjectPolicy, policy: SyncPolicy, object: ObjectKind): boolean {
  if (own.trigger === 'everything') return true;
  const category = policy.category.toLowerCase();
  if (facts.categories?.some((name) => name.toLowerCase() === category)) return true;
  if (facts.folder && policy.places?.has(facts.folder)) return true;
  const marked = { contact: policy.contactFolder, task: policy.taskList, event: null, email: null }[object];
  return marked !== null && facts.folder?.toLowerCase() === marked.toLowerCase();
}
