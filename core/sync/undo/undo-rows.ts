import type { FieldChange, Intent, ObjectKind, Reason, SessionCount, Side } from '../../model/index.ts';
import { titleOf } from '../plan/title-of.ts';
import type { UndoOutcome } from '../ports/undo-books.ts';
import { fieldChanges } from '../preview/preview-rows.ts';
import type { UndoStep } from '../run/undo-lane.ts';
import { brakes } from '../safety/delete-brake.ts';
import { guestField } from './collapse-entries.ts';

/** One line of an undo: what is taken back of one item, and how that went or why not. */
export interface UndoRow {
  /** Once in an undo. */
  name: string;
  object: ObjectKind;
  side: Side;
  direction: 'up' | 'down';
  remoteId: string;
  action: 'update' | 'delete' | 'restore' | 'skip';
  outcome: 'planned' | 'done' | 'held' | 'refused' | 'failed';
  reason: Reason | null;
  title: string | null;
  fields: readonly FieldChange[];
  recipients: readonly string[];
  detail: Readonly<Record<string, unknown>>;
}

const actionOf = ({ operation }: Pick<Intent, 'operation'>): UndoRow['action'] => (operation === 'create' ? 'restore' : operation);

/** The plan as rows: each change planned, or refused with its reason. */
export function planRows(steps: readonly UndoStep[]): UndoRow[] {
  return steps.map(({ change, target, plan }) => {
    const { linkId, object, side, remoteId, before, after } = change;
    const name = `${object} ${side} ${linkId}${change.written.includes(guestField) ? ` ${guestField}` : ''}`;
    const frame = { name, object, side, direction: directionOf(side), remoteId };
    const title = titleOf(target?.fields ?? after ?? before) ?? null;
    if (plan.do === 'refuse') {
      const detail = { fields: plan.fields };
      return { ...frame, action: 'skip', outcome: 'refused', reason: plan.reason, title, fields: [], recipients: [], detail };
    }
    const { intent } = plan;
    const fields = fieldChanges(intent.before, intent.fields);
    return {
      ...frame,
      action: actionOf(intent),
      outcome: 'planned',
      reason: null,
      title,
      fields,
      recipients: intent.recipients,
      detail: {},
    };
  });
}

/** What the gate will hold of a plan: whatever would mail people, and deletes that are too many. */
export function foreseeGate(rows: readonly UndoRow[], links: readonly { object: ObjectKind; links: number }[]): UndoRow[] {
  const live = new Map(links.map((count) => [count.object, count.links]));
  const deletes = Map.groupBy(
    rows.filter((row) => row.action === 'delete'),
    ({ side, object }) => `${side} ${object}`,
  );
  const braked = [...deletes.values()].flatMap((own) => {
    const [first] = own;
    return first && brakes({ ...first, proposed: own.length, links: live.get(first.object) ?? 0 }) ? own : [];
  });
  const hold = (row: UndoRow, reason: Reason): UndoRow => ({ ...row, outcome: 'held', reason });
  return rows.map((row) =>
    row.recipients.length > 0 ? hold(row, 'invitation-guard') : braked.includes(row) ? hold(row, 'delete-brake') : row,
  );
}

const outcomes: Readonly<Partial<Record<UndoOutcome['state'], UndoRow['outcome']>>> = {
  done: 'done',
  held: 'held',
  failed: 'failed',
  // Somebody was quicker: the item is looked at again by the next sync.
  dropped: 'refused',
};

/** How the writes of an undo stand now, as rows that take the place of the planned ones. */
export function outcomeRows(written: readonly UndoOutcome[]): UndoRow[] {
  return written.map(({ intent, state, reason, withdrawn }) => {
    const { linkId, object, side, remoteId, fields, before, whole, recipients } = intent;
    return {
      name: `${object} ${side} ${linkId}`,
      object,
      side,
      direction: directionOf(side),
      remoteId: remoteId ?? '',
      action: actionOf(intent),
      outcome: withdrawn ? 'failed' : (outcomes[state] ?? 'planned'),
      reason: state === 'done' ? null : state === 'dropped' && !withdrawn ? 'changed-meanwhile' : (reason ?? 'pending'),
      title: titleOf(before ?? whole ?? fields) ?? null,
      fields: fieldChanges(before, fields),
      recipients,
      detail: {},
    };
  });
}

/** {"restore": 2, "update": 1, "refused": 3}: planned and done ones by what is done, the others by their outcome. */
export function countUndo(rows: readonly UndoRow[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { action, outcome } of rows) {
    const name = outcome === 'planned' || outcome === 'done' ? action : outcome;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

/** The same as a session's statistics. */
export function sessionCountsOf(written: readonly UndoOutcome[]): SessionCount[] {
  const counts = new Map<string, SessionCount>();
  for (const { intent, state, withdrawn } of written) {
    const { object, side } = intent;
    const direction = directionOf(side);
    const none = { object, direction, created: 0, updated: 0, deleted: 0, skipped: 0, failed: 0, held: 0 };
    const count = counts.get(`${object} ${direction}`) ?? none;
    const what = state === 'done' ? ({ create: 'created', update: 'updated', delete: 'deleted' } as const)[intent.operation] : undefined;
    count[what ?? (state === 'held' ? 'held' : state === 'failed' || withdrawn ? 'failed' : 'skipped')] += 1;
    counts.set(`${object} ${direction}`, count);
  }
  return [...counts.values()];
}

const directionOf = (side: Side): 'up' | 'down' => (side === 'salesforce' ? 'up' : 'down');
