import { type Fields, type ObjectKind, type Operation, ownerField, type Side } from '../../model/index.ts';
import type { JournalEntry } from '../ports/undo-books.ts';

/** What was done to one item in all, however many writes it took. */
export interface Change {
  linkId: string;
  side: Side;
  object: ObjectKind;
  remoteId: string;
  operation: Operation;
  before: Fields | null;
  after: Fields | null;
  /** Fields that were written, of an update. */
  written: readonly string[];
  /** The newest entry of it. */
  entryId: string;
}

/** The list of who takes part in a meeting, which is no field of its record. */
export const guestField = 'invitees';
const isGuests = ({ written }: Pick<JournalEntry, 'written'>): boolean => written?.includes(guestField) === true;

/**
 * The entries of one item as one change; what came and went again is none. Entries are oldest first. Who takes part is a change of its own, and
 * none beside a record that came or went: the list goes with it.
 */
export function collapseEntries(entries: readonly JournalEntry[]): Change[] {
  const whole = new Set(entries.flatMap(({ linkId, side, operation }) => (operation === 'update' ? [] : `${linkId} ${side}`)));
  const told = entries.filter((entry) => !isGuests(entry) || !whole.has(`${entry.linkId} ${entry.side}`));
  const items = Map.groupBy(told, (entry) => `${entry.linkId} ${entry.side} ${isGuests(entry)}`);
  return [...items.values()].flatMap((own) => {
    const [first] = own;
    const last = own.at(-1);
    if (!first || !last) return [];
    const came = first.operation === 'create';
    const went = last.operation === 'delete';
    if (came && went) return [];
    const { linkId, side, object } = first;
    const operation = came ? 'create' : last.operation;
    const written = [...new Set(own.flatMap((entry) => entry.written ?? []))];
    const before = withOwner(first.before, own);
    return [{ linkId, side, object, remoteId: last.remoteId, operation, before, after: last.after, written, entryId: last.id }];
  });
}

/** Only a handing over tells whose the record was. */
function withOwner(before: Fields | null, entries: readonly JournalEntry[]): Fields | null {
  const gift = entries.find(({ written }) => written?.includes(ownerField));
  return gift && before ? { ...before, [ownerField]: gift.before?.[ownerField] ?? null } : before;
}
