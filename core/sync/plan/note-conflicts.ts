import type { Fields, Link, Observation } from '../../model/index.ts';
import type { SyncPolicy } from '../policy.ts';
import type { ConflictNote, KnownConflict } from '../ports/conflict-books.ts';
import type { FieldConflict, Winner } from './merge-fields.ts';
import { titleOf } from './title-of.ts';

const day = 24 * 3_600_000;

interface Pair {
  outlook: Observation;
  salesforce: Observation;
}

export interface Verdict {
  winner: Winner;
  decidedBy: 'rule' | 'newer' | 'deadline';
}

/**
 * Who wins a field that both sides changed: the organizer's copy or the private one before all; the field's owner by setting; else the newer
 * edit. `ask` waits for a person until the deadline of the question, then the newer edit wins (features.md, decision 14).
 */
export function conflictVerdict(
  { outlook, salesforce }: Pair,
  policy: SyncPolicy,
  known: readonly KnownConflict[],
  now: string,
): (field: string) => Verdict {
  if (outlook.facts.private || outlook.facts.isOrganizer === false) return () => ({ winner: 'outlook', decidedBy: 'rule' });
  const { conflict, fieldConflicts } = policy.objects[outlook.object];
  const newer = (salesforce.facts.modifiedAt ?? '') > (outlook.facts.modifiedAt ?? '') ? 'salesforce' : 'outlook';
  const overdue = new Set(known.filter((one) => isOverdue(one, { outlook, salesforce }, now)).map((one) => one.field));
  return (field) => {
    const rule = fieldConflicts[field] ?? conflict;
    if (rule === 'newer') return { winner: newer, decidedBy: 'newer' };
    if (rule === 'ask' && overdue.has(field)) return { winner: newer, decidedBy: 'deadline' };
    return { winner: rule, decidedBy: 'rule' };
  };
}

/** A question about other values than it was opened for is a new one. */
function isOverdue({ state, deadlineAt, field, ...seen }: KnownConflict, { outlook, salesforce }: Pair, now: string): boolean {
  const same = outlook.fields?.[field] === seen.outlook && salesforce.fields?.[field] === seen.salesforce;
  return state === 'waiting' && deadlineAt !== null && deadlineAt <= now && same;
}

/**
 * What of a merge goes into the inbox: what waits, and of what was decided the value that lost. A private item leaves none: what it said
 * before must not be kept in one more place. `base` is null before the first agreement.
 */
export function conflictNotes(
  pair: Pair,
  link: Pick<Link, 'id'>,
  conflicts: readonly FieldConflict[],
  seen: { base: Fields | null; verdict: (field: string) => Verdict; policy: SyncPolicy; now: string },
): ConflictNote[] {
  const { outlook, salesforce } = pair;
  if (outlook.facts.private) return [];
  const { conflictDays } = seen.policy;
  const deadlineAt = conflictDays === undefined ? null : new Date(Date.parse(seen.now) + conflictDays * day).toISOString();
  return conflicts.map(({ field, winner, ...values }) => ({
    linkId: link.id,
    object: outlook.object,
    outlookId: outlook.remoteId,
    salesforceId: salesforce.remoteId,
    field,
    title: titleOf(outlook.fields) ?? titleOf(salesforce.fields) ?? null,
    base: seen.base?.[field],
    outlook: values.outlook,
    salesforce: values.salesforce,
    outlookAt: outlook.facts.modifiedAt,
    salesforceAt: salesforce.facts.modifiedAt,
    winner: winner === 'ask' ? null : winner,
    decidedBy: winner === 'ask' ? null : seen.verdict(field).decidedBy,
    deadlineAt: winner === 'ask' ? deadlineAt : null,
  }));
}
