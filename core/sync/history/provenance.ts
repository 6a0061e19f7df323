import {
  type Fields,
  type FieldValue,
  type ObjectKind,
  type Observation,
  type Operation,
  type Origin,
  otherSide,
  type Side,
} from '../../model/index.ts';

/** One write of ours to either end of a pair, newest first in every list. */
export interface HistoryEntry {
  id: string;
  sessionId: string;
  side: Side;
  object: ObjectKind;
  operation: Operation;
  before: Fields | null;
  after: Fields | null;
  /** Names of the fields that were written; null for a delete. */
  written: readonly string[] | null;
  origin: Origin | null;
  /** The entry that this one took back. */
  undoes: string | null;
  /** True where a later one took it back. */
  undone: boolean;
  at: string;
}

/** Where the value of a field comes from. */
export interface FieldOrigin {
  field: string;
  value: FieldValue;
  /** The side on which somebody gave it this value; `undo` where one took it back to it; null where it stood so before the first sync. */
  from: Side | 'undo' | null;
  /** Id of the Salesforce user who edited; null where it is not known, as ever in Outlook, which does not tell. */
  by: string | null;
  at: string | null;
  /** The session that carried it across; null where none has yet. */
  sessionId: string | null;
}

/** Per field of one item: which side, whose edit, when, and which session carried it (F05). Pure. */
export function provenanceOf(item: Pick<Observation, 'side' | 'fields' | 'facts'>, entries: readonly HistoryEntry[]): FieldOrigin[] {
  return Object.entries(item.fields ?? {}).map(([field, value]) => {
    const entry = entries.find((one) => one.written?.includes(field));
    if (!entry) return { field, value, from: null, by: null, at: null, sessionId: null };
    const { side } = item;
    // What we wrote here is known as it was stored; what we took from here is known by what came out on the other side, where it may be worded otherwise.
    if (entry.side === side && (entry.after?.[field] ?? null) !== value) {
      return { field, value, from: side, by: item.facts.modifiedById ?? null, at: item.facts.modifiedAt, sessionId: null };
    }
    const { sessionId, origin } = entry;
    if (entry.undoes !== null) {
      if (entry.side === side) return { field, value, from: 'undo' as const, by: null, at: entry.at, sessionId };
      const earlier = entries.find((one) => one.undoes === null && one.written?.includes(field));
      return {
        field,
        value,
        from: side,
        by: earlier?.origin?.by ?? null,
        at: earlier?.origin?.at ?? null,
        sessionId: earlier?.sessionId ?? null,
      };
    }
    return { field, value, from: otherSide(entry.side), by: origin?.by ?? null, at: origin?.at ?? entry.at, sessionId };
  });
}
