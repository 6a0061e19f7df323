import {
  type Decision,
  type FieldChange,
  type Fields,
  type Intent,
  itemKey,
  type Link,
  type ObjectKind,
  otherSide,
  type Reason,
  type Side,
} from '../../model/index.ts';
import { titleOf } from '../plan/title-of.ts';
import type { Planned } from './preview-store.ts';

/** One line of a preview: what the next sync would do to one item, or why it would leave it. */
export interface PreviewRow {
  /** Once in a preview, and the same in the next one of the same state. */
  name: string;
  object: ObjectKind;
  /** The side written to; of an item that is left, its own. */
  side: Side;
  direction: 'up' | 'down';
  /** Null where it is yet to be created. */
  remoteId: string | null;
  action: 'create' | 'update' | 'delete' | 'hold' | 'skip' | 'link' | 'unlink';
  reason: Reason | null;
  title: string | null;
  fields: readonly FieldChange[];
  /** Whom the write would mail. */
  recipients: readonly string[];
  detail: Readonly<Record<string, unknown>>;
}

export interface Waiting {
  intent: Intent;
  link: Link;
  reason: Reason | null;
}

/** The changeset as rows: what the outbox still holds, what would be written now, and what would be left, each with its reason. Pure. */
export function previewRows(planned: Planned, waiting: readonly Waiting[]): PreviewRow[] {
  const reasons = new Map(planned.decisions.map((decision) => [itemKey(decision), decision]));
  const again = new Set([...planned.links.keys(), ...planned.intents.map((intent) => intent.linkId)]);
  const left = waiting.filter(({ link }) => !again.has(link.id));
  const links = new Map([...planned.before, ...planned.links]);
  const updated = new Set(planned.intents.flatMap(({ operation, linkId }) => (operation === 'update' ? linkId : [])));
  return [
    ...planned.redactions.filter(({ link }) => !updated.has(link.id)).map(({ intent, link }) => writeRow(intent, link, null, 'private')),
    ...left.map(({ intent, link, reason }) => writeRow(intent, link, intent.state === 'held' ? (reason ?? 'delete-brake') : null, reason)),
    ...planned.intents.map((intent) => {
      const link = links.get(intent.linkId) ?? null;
      const source = sourceOf(intent, link);
      const decision = source === null ? undefined : reasons.get(source);
      return named(writeRow(intent, link, planned.held.get(intent.id) ?? null, decision?.reason ?? null), decision);
    }),
    ...planned.decisions.filter(isLeft).map((decision) => decisionRow(decision, planned)),
  ];
}

const isLeft = ({ action }: Decision): boolean => action === 'skip' || action === 'link' || action === 'unlink' || action === 'hold';

const directionTo = (side: Side): 'up' | 'down' => (side === 'salesforce' ? 'up' : 'down');

function writeRow(intent: Intent, link: Link | null, held: Reason | null, reason: Reason | null): PreviewRow {
  const { side, object, operation, remoteId } = intent;
  const source = link && (side === 'outlook' ? link.salesforceId : link.outlookId);
  return {
    name: `${operation} ${side} ${object} ${remoteId ?? `of ${source ?? intent.linkId}`}`,
    object,
    side,
    direction: directionTo(side),
    remoteId,
    action: held ? 'hold' : operation,
    reason: held ?? reason,
    title: titleOf(intent.whole ?? intent.fields ?? intent.before) ?? null,
    fields: fieldChanges(intent.before, intent.fields),
    recipients: intent.recipients,
    detail: { operation, source: source ?? null },
  };
}

/** The account of a new contact is written by its id; people know it by its name. */
function named(row: PreviewRow, decision: Decision | undefined): PreviewRow {
  const account = decision?.inputs.account;
  if (typeof account !== 'string') return row;
  return { ...row, fields: row.fields.map((change) => (change.field === 'accountId' ? { ...change, name: account } : change)) };
}

/** Which item's decision a write follows: of a delete the removed one's, of any other write its source's. */
function sourceOf({ side: target, object }: Intent, link: Link | null): string | null {
  const side = otherSide(target);
  const remoteId = link && (side === 'outlook' ? link.outlookId : link.salesforceId);
  return remoteId === null ? null : itemKey({ side, object, remoteId });
}

function decisionRow(decision: Decision, { items }: Planned): PreviewRow {
  const { side, object, remoteId, action, reason, inputs } = decision;
  return {
    name: `decision ${itemKey(decision)}`,
    object,
    side,
    direction: directionTo(otherSide(side)),
    remoteId,
    action: action === 'link' || action === 'unlink' || action === 'hold' ? action : 'skip',
    reason,
    title: titleOf(items.get(itemKey(decision))?.fields ?? null) ?? null,
    fields: [],
    recipients: [],
    detail: inputs,
  };
}

/** Of a write only what it changes; of a deletion everything that goes. */
export function fieldChanges(before: Fields | null, after: Fields | null): FieldChange[] {
  const names = Object.keys(after ?? before ?? {});
  return names
    .map((field) => ({ field, before: before?.[field] ?? null, after: after?.[field] ?? null }))
    .filter((change) => change.before !== change.after);
}

/** How many of what: {"contact.up.create": 3, "invitations": 2}. */
export function countRows(rows: readonly PreviewRow[]): Record<string, number> {
  const counts: Record<string, number> = {};
  const add = (name: string, by = 1) => {
    counts[name] = (counts[name] ?? 0) + by;
  };
  for (const row of rows) {
    add(`${row.object}.${row.direction}.${row.action}`);
    if (row.recipients.length > 0) add('invitations');
  }
  return counts;
}
