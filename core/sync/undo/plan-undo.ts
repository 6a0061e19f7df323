import { type Fields, type Intent, type Link, type Observation, ownerField, type Reason } from '../../model/index.ts';
import { handOver } from '../plan/hand-over.ts';
import { changedFields } from '../plan/merge-fields.ts';
import { newIntent, type PlanContext } from '../plan/plan-context.ts';
import { invited } from '../plan/plan-merge.ts';
import { type Change, guestField } from './collapse-entries.ts';

/** One change with everything as it stands now. */
export interface UndoUnit {
  change: Change;
  link: Link | null;
  /** The item that was written; null where nobody knows how it stands (its look-up failed). */
  target: Observation | null;
  /** The item that the write came from; null where there is none any more. */
  source: Observation | null;
  /** Another live link has the source meanwhile. */
  sourceTaken: boolean;
  /** Another mailbox of the tenant, or the lane of a Team, has the record, too. */
  shared: boolean;
  /** The person asks whose mailbox it is. */
  own: boolean;
  /** Salesforce neither shows the item that was written nor names it as deleted. */
  outOfSight: boolean;
}

export type UndoPlan =
  | { do: 'write'; intent: Intent /** Tied together again. */; link: Link | null }
  | { do: 'refuse'; reason: Reason; fields: readonly string[] };

const refuse = (reason: Reason, fields: readonly string[] = []): UndoPlan => ({ do: 'refuse', reason, fields });

/**
 * How one change is taken back, or why not: what somebody changed since is never overwritten, and what is private now stays so. Writes only
 * what the sync wrote; the other side keeps what it has, and both are agreed to differ. Pure.
 */
export function planUndo(unit: UndoUnit, context: PlanContext): UndoPlan {
  const { change, link, target } = unit;
  if (!link) return refuse('gone');
  // Whom a meeting has is decided in Outlook (features.md, decision 13): the next look at it would bring the list back.
  if (change.written.includes(guestField)) return refuse('invitees-follow');
  if (change.written.includes(ownerField)) return giveBack(unit, link, context);
  if (!target) return refuse('unreadable');
  if (staysPrivate(unit, link)) return refuse('private');
  if (mayBePrivate(unit)) return refuse('maybe-private');
  const unsynced = unsyncedEdits(unit, context);
  if (unsynced.length > 0) return refuse('changed-since', unsynced);
  switch (change.operation) {
    case 'update':
      return putBack(unit, link, target, context);
    case 'create':
      return takeAway(unit, link, target, context);
    case 'delete':
      return bringBack(unit, link, target, context);
  }
}

/**
 * What would be written to Salesforce was said before the item became private. Of one that is gone the link tells what it was at last; a record
 * that was redacted by then may stand there as it was.
 */
function staysPrivate({ change, source }: UndoUnit, { baseOutlook }: Link): boolean {
  if (change.side !== 'salesforce' || change.operation === 'create') return false;
  if (source && !source.removed) return source.facts.private === true;
  return baseOutlook?.isPrivate === true && change.before?.isPrivate !== true;
}

/**
 * A meeting that is gone from Outlook may have been made private right before, between two syncs; Graph tells nothing of what is deleted. Whose it
 * was knows, and nobody else brings its words back.
 */
function mayBePrivate({ change, source, own }: UndoUnit): boolean {
  const back = change.side === 'salesforce' && change.object === 'event' && change.operation === 'delete';
  return back && !own && (source === null || source.removed) && change.before?.isPrivate !== true;
}

/** Fields of the source that a person changed and no sync has taken yet: undoing under them would lose one or the other. */
function unsyncedEdits({ change, link, source }: UndoUnit, context: PlanContext): string[] {
  if (link?.state !== 'linked' || !source || source.removed) return [];
  const base = source.side === 'outlook' ? link.baseOutlook : link.baseSalesforce;
  const edited = changedFields(context.rules(change.object), source.fields ?? {}, base);
  return change.operation === 'update' ? edited.filter((field) => change.written.includes(field)) : edited;
}

function putBack({ change }: UndoUnit, link: Link, target: Observation, context: PlanContext): UndoPlan {
  if (target.removed) return refuse('gone');
  const names = change.written.filter((field) => valueIn(change.before, field) !== valueIn(change.after, field));
  if (names.length === 0) return refuse('unchanged');
  const now = target.fields ?? {};
  if (names.every((field) => valueIn(now, field) === valueIn(change.before, field))) return refuse('already-undone');
  const since = names.filter((field) => valueIn(now, field) !== valueIn(change.after, field));
  if (since.length > 0) return refuse('changed-since', since);
  const fields = pick(change.before, names);
  const [impossible] = context.leftOut(change.object, change.side, names, { ...now, ...fields });
  if (impossible) return refuse(impossible.reason, [impossible.field]);
  const intent = newIntent(context, link, {
    side: change.side,
    operation: 'update',
    remoteId: target.remoteId,
    expectedVersion: target.version,
    fields,
    whole: { ...now, ...fields },
    before: now,
    recipients: change.side === 'outlook' ? invited(target) : [],
    undoes: change.entryId,
  });
  return { do: 'write', intent, link: null };
}

/**
 * A record that was handed over goes back to who gave it, unless the other one's calendar keeps it in step by now: then it would be kept in step
 * by somebody who may not edit it. What else the session wrote into it has its own entries.
 */
function giveBack({ change, target, shared, outOfSight }: UndoUnit, link: Link, context: PlanContext): UndoPlan {
  const [was, became] = [valueIn(change.before, ownerField), valueIn(change.after, ownerField)];
  if (shared) return refuse('held-by-colleague', [ownerField]);
  if (!target) return refuse(outOfSight ? 'no-permission' : 'unreadable', [ownerField]);
  if (target.removed) return refuse('gone');
  if (target.facts.ownerId === was) return refuse('already-undone');
  if (typeof was !== 'string' || target.facts.ownerId !== became) return refuse('changed-since', [ownerField]);
  return { do: 'write', intent: { ...handOver(context, link, target, was), undoes: change.entryId }, link: null };
}

/** What the sync made goes again, unless somebody has worked on it since. */
function takeAway({ change, shared }: UndoUnit, link: Link, target: Observation, context: PlanContext): UndoPlan {
  if (target.removed) return refuse('already-undone');
  if (shared) return refuse('saved-by-colleague');
  const edited = changedFields(context.rules(change.object), target.fields ?? {}, change.after);
  if (edited.length > 0) return refuse('changed-since', edited);
  const intent = newIntent(context, link, {
    side: change.side,
    operation: 'delete',
    remoteId: target.remoteId,
    expectedVersion: target.version,
    before: target.fields,
    recipients: change.side === 'outlook' ? invited(target) : [],
    undoes: change.entryId,
  });
  return { do: 'write', intent, link: null };
}

/** What the sync deleted comes back: out of the bin where the provider has one, else made anew. Its partner, where it lives, is tied to it again. */
function bringBack(unit: UndoUnit, link: Link, target: Observation, context: PlanContext): UndoPlan {
  const { change, source, sourceTaken } = unit;
  if (!target.removed) return refuse('already-undone');
  if (!change.before) return refuse('gone');
  const partner = source && !source.removed && !sourceTaken ? source : null;
  const intent = newIntent(context, link, {
    side: change.side,
    operation: 'create',
    remoteId: change.remoteId,
    key: change.side === 'salesforce' && link.key ? link.key : context.id(),
    fields: shown(change.before, context, change),
    whole: change.before,
    undoes: change.entryId,
  });
  return { do: 'write', intent, link: partner ? { ...link, state: 'pending' } : null };
}

/** Fields that both sides hold: the rest of what the journal shows is the provider's own. */
function shown(fields: Fields, context: PlanContext, { object }: Change): Fields {
  return pick(
    fields,
    context
      .rules(object)
      .map((rule) => rule.name)
      .filter((name) => name in fields),
  );
}

const valueIn = (fields: Fields | null, name: string) => fields?.[name] ?? null;

const pick = (fields: Fields | null, names: readonly string[]): Fields =>
  Object.fromEntries(names.map((name) => [name, fields?.[name] ?? null]));
