import { type Fields, type Link, type Observation, otherSide, type Reason, type Side } from '../../model/index.ts';
import type { SyncPolicy } from '../policy.ts';
import type { ConflictStep, KnownConflict } from '../ports/conflict-books.ts';
import type { IssueNote } from '../ports/lane-store.ts';
import { wordsLeft } from '../safety/words-left.ts';
import { guestsOf } from './guests-of.ts';
import { leftOutIssue } from './left-out.ts';
import { type Merge, mergeFields } from './merge-fields.ts';
import { conflictNotes, conflictVerdict } from './note-conflicts.ts';
import { decide, emptyPlan, newIntent, newLink, originOf, type PlanContext, type UnitPlan } from './plan-context.ts';
import { carrierOf, type ScopeReason, scopeDown, scopeUp } from './scope.ts';
import { settleConflicts } from './settle-conflicts.ts';
import { withRedaction } from './with-redaction.ts';

interface Pair {
  link: Link | null;
  outlook: Observation;
  salesforce: Observation;
}

/** Leaving the scope stops copying but ends nothing; these reasons also stop what comes back. */
const bothWays: readonly ScopeReason[] = [
  'outside-window',
  'before-start',
  'recurring',
  'cancelled',
  'not-triggered',
  'organizer-colleague',
];

/** Both sides are there: answers from the inbox, the three-way merge of all other fields, then the rules of what may be written to which copy. */
export function planMerge(pair: Pair, context: PlanContext, known: readonly KnownConflict[] = []): UnitPlan {
  const { outlook, salesforce } = pair;
  const rules = context.rules(outlook.object);
  const first = !isAgreed(pair.link);
  const answers = settleConflicts(known, rules, outlook, salesforce);
  const verdict = conflictVerdict(pair, context.policy, known, context.now);
  const merge = mergeFields({
    rules: rules.filter((rule) => !(rule.name in answers.values)),
    outlook: outlook.fields ?? {},
    salesforce: salesforce.fields ?? {},
    baseOutlook: first ? null : (pair.link?.baseOutlook ?? null),
    baseSalesforce: first ? null : (pair.link?.baseSalesforce ?? null),
    winner: (field) => verdict(field).winner,
  });
  const up = allowUp([...merge.up, ...answers.up], pair, context);
  const bar = downBar(pair, context);
  const wantedDown = [...merge.down, ...answers.down];
  const body: string[] = outlook.facts.onlineMeeting ? wantedDown.filter((field) => field === 'description') : [];
  const down = allow(
    wantedDown.filter((field) => !body.includes(field)),
    bar,
  );
  // Where neither side may be written there is nothing to ask; where the winner may not travel, nothing was lost.
  const open = merge.conflicts.filter(({ field, winner }) =>
    winner === 'ask' ? !up.reason || !down.reason : (winner === 'outlook' ? up : down).fields.includes(field),
  );
  const asked = open.filter((conflict) => conflict.winner === 'ask').map((conflict) => conflict.field);
  const tied =
    pair.link && !first
      ? rebase(pair.link, merge, outlook, salesforce)
      : firstLink(pair, context, [...up.fields, ...asked], [...down.fields, ...asked]);
  const attended = up.reason === null || outlook.facts.private;
  const guests = attended && isOwn(salesforce, context.policy) ? guestsOf(outlook, pair.link, context.policy) : tied.guests;
  const link = withRedaction({ ...tied, guests: guests ?? null }, pair, up.fields);
  const plan = emptyPlan();
  plan.links.push(link);
  write(plan, 'salesforce', link, pair, up.fields, context, answers.values);
  write(plan, 'outlook', link, pair, down.fields, context, answers.values);
  plan.issues.push(...questions(pair, asked, link));
  const base = first ? null : (pair.link?.baseOutlook ?? null);
  plan.conflicts.push(...conflictNotes(pair, link, open, { base, verdict, policy: context.policy, now: context.now }));
  const written = [...up.fields, ...down.fields];
  // An answer that no rule lets through is over: it would stand as "being written" for ever.
  const steps = answers.steps.map(
    ({ id, field, state }) => ({ id, state: written.includes(field) || state === 'settled' ? state : 'overtaken' }) as const,
  );
  plan.settles.push(...steps, ...overtaken(known, asked));
  plan.decisions.push(...explain(pair, merge, up, down, body, context));
  return plan;
}

/** Questions that this merge no longer asks. */
function overtaken(known: readonly KnownConflict[], asked: readonly string[]): ConflictStep[] {
  const over = known.filter((one) => one.state === 'waiting' && !asked.includes(one.field));
  return over.map((one) => ({ id: one.id, state: 'overtaken' }));
}

/** A paused pair that was never agreed on is compared as at a first meeting. */
const isAgreed = (link: Link | null): boolean => link?.state === 'linked' || (link?.state === 'paused' && link.baseOutlook !== null);

interface Allowed {
  fields: readonly string[];
  barred: readonly string[];
  reason: Reason | null;
}
function allow(fields: readonly string[], reason: Reason | null): Allowed {
  return reason ? { fields: [], barred: fields, reason } : { fields, barred: [], reason: null };
}

function allowUp(wanted: readonly string[], pair: Pair, { policy }: PlanContext): Allowed {
  const { link, outlook, salesforce } = pair;
  const scope = scopeUp(outlook, policy);
  const reason = scope === 'organizer-colleague' && isOwn(salesforce, policy) ? null : scope;
  if (!outlook.facts.private) return allow(wanted, reason);
  // A linked item that became private still travels, even from outside the window: what the map reads of it is the redacted projection, and
  // what was said in Salesforce before must not stay there.
  if (reason !== 'direction-off') return allow(wanted, null);
  // Taking words out is no direction: nothing else goes, and only from what was agreed on, or made by us.
  const told = isAgreed(link) || link?.madeByUs === 'salesforce';
  const words = told ? wordsLeft(salesforce.fields, outlook.fields ?? {}).filter((name) => wanted.includes(name)) : [];
  return { fields: words, barred: wanted.filter((name) => !words.includes(name)), reason };
}

function downBar({ outlook, salesforce }: Pair, { policy }: PlanContext): Reason | null {
  const up = scopeUp(outlook, policy);
  if (up && bothWays.includes(up) && !(up === 'organizer-colleague' && isOwn(salesforce, policy))) return up;
  if (outlook.facts.private) return 'private';
  if (outlook.object === 'event' && outlook.facts.isOrganizer === false) return 'attendee-copy';
  const down = scopeDown(salesforce, policy);
  return down === 'not-yours' && outlook.object === 'contact' ? null : down;
}

/** Whose record it is carries it on, whoever would carry it if it were made today: another mailbox could not write it. */
function isOwn(salesforce: Observation, policy: SyncPolicy): boolean {
  return salesforce.facts.ownerId === policy.salesforceUserId;
}

/** What both sides changed and a setting leaves to a person: one question per pair, with the names of the fields. */
function questions(pair: Pair, fields: readonly string[], link: Link): IssueNote[] {
  if (fields.length === 0) return [];
  const { object, side, remoteId } = pair.outlook;
  return [{ object, side, remoteId, linkId: link.id, intentId: null, reason: 'conflict', detail: { fields } }];
}

function firstLink(pair: Pair, context: PlanContext, up: readonly string[], down: readonly string[]): Link {
  const known = pair.link ?? newLink(context, pair.outlook.object, {});
  const rules = context.rules(pair.outlook.object).filter((rule) => rule.held === 'both');
  const unknown = rules
    .map(({ name }) => name)
    .filter((name) => pair.outlook.fields?.[name] === undefined || pair.salesforce.fields?.[name] === undefined);
  return {
    ...known,
    outlookId: pair.outlook.remoteId,
    salesforceId: pair.salesforce.remoteId,
    outlookVersion: pair.outlook.version,
    salesforceVersion: pair.salesforce.version,
    // What is still to be written stays out of its source's base, so that a write that fails is planned again; and what one side does not
    // show out of both, so that it counts as never agreed on when it can be seen.
    baseOutlook: without(pair.outlook.fields, [...up, ...unknown]),
    baseSalesforce: without(pair.salesforce.fields, [...down, ...unknown]),
    state: 'linked',
  };
}

function rebase(link: Link, merge: Merge, outlook: Observation, salesforce: Observation): Link {
  const pick = (fields: Fields | null) => Object.fromEntries(merge.agreed.map((field) => [field, fields?.[field] ?? null]));
  return {
    ...link,
    state: 'linked',
    outlookVersion: outlook.version,
    salesforceVersion: salesforce.version,
    baseOutlook: { ...link.baseOutlook, ...pick(outlook.fields) },
    baseSalesforce: { ...link.baseSalesforce, ...pick(salesforce.fields) },
  };
}

function without(fields: Fields | null, names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(fields ?? {}).filter(([name]) => !names.includes(name)));
}

/** Adds the update of one side, without what that side cannot take; what is left out is said and stays out of the base. */
function write(plan: UnitPlan, side: Side, link: Link, pair: Pair, names: readonly string[], context: PlanContext, chosen: Fields): void {
  if (names.length === 0) return;
  const target = side === 'outlook' ? pair.outlook : pair.salesforce;
  const source = side === 'outlook' ? pair.salesforce : pair.outlook;
  const values = (wanted: readonly string[]) =>
    Object.fromEntries(wanted.map((name) => [name, name in chosen ? (chosen[name] ?? null) : (source.fields?.[name] ?? null)]));
  const left = context.leftOut(link.object, side, names, { ...target.fields, ...values(names) });
  plan.issues.push(...leftOutIssue(source, link, left));
  const fields = values(names.filter((name) => !left.some((one) => one.field === name)));
  if (Object.keys(fields).length === 0) return;
  plan.intents.push(
    newIntent(context, link, {
      side,
      operation: 'update',
      remoteId: target.remoteId,
      expectedVersion: target.version,
      fields,
      whole: { ...target.fields, ...fields },
      before: target.fields,
      origin: originOf(source),
      recipients: side === 'outlook' ? invited(pair.outlook) : [],
    }),
  );
}

/** Whom Exchange would mail if the organizer's copy changed. */
export function invited(outlook: Observation): readonly string[] {
  return outlook.object === 'event' && outlook.facts.isOrganizer !== false ? (outlook.facts.attendees ?? []) : [];
}

function explain(pair: Pair, merge: Merge, up: Allowed, down: Allowed, body: readonly string[], context: PlanContext) {
  const first = pair.link?.state !== 'linked';
  const carrier = carrierOf(pair.outlook.facts, context.policy);
  const conflicts = merge.conflicts.map((conflict) => `${conflict.field}:${conflict.winner}`);
  return [
    explainOne(pair.outlook, { first, written: up, body: [], conflicts, carrier: up.reason === 'organizer-colleague' ? carrier : null }),
    explainOne(pair.salesforce, { first, written: down, body, conflicts, carrier: null }),
  ];
}

function explainOne(
  source: Observation,
  seen: { first: boolean; written: Allowed; body: readonly string[]; conflicts: readonly string[]; carrier: string | null },
) {
  const inputs = {
    fields: seen.written.fields,
    barred: [...seen.written.barred, ...seen.body],
    conflicts: seen.conflicts,
    to: otherSide(source.side),
    ...(seen.carrier === null ? {} : { carrier: seen.carrier }),
  };
  if (seen.written.fields.length > 0)
    return decide(source, seen.conflicts.length > 0 ? 'changed-on-both' : `changed-on-${source.side}`, 'update', inputs);
  if (seen.written.reason && seen.written.barred.length > 0) return decide(source, seen.written.reason, 'skip', inputs);
  if (seen.body.length > 0) return decide(source, 'online-meeting-body', 'skip', inputs);
  return decide(source, seen.first ? 'linked' : 'unchanged', seen.first ? 'link' : 'none', inputs);
}
