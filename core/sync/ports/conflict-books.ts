import type { ConflictDecider, FieldValue, ObjectKind, Side } from '../../model/index.ts';

/** What the planner must know of the conflict inbox for one link: questions that wait, and answers that are to be carried out. */
export interface KnownConflict {
  id: string;
  field: string;
  state: 'waiting' | 'answered' | 'applying';
  /** The values as the person saw them; the base is undefined where the two never agreed. */
  outlook: FieldValue;
  salesforce: FieldValue;
  base: FieldValue | undefined;
  /** The value that the answer keeps; undefined while it waits. */
  chosen: FieldValue | undefined;
  deadlineAt: string | null;
}

/** A field that both sides changed, for the inbox. `winner` null: it waits for a person; else the other value is kept there. */
export interface ConflictNote {
  linkId: string;
  object: ObjectKind;
  outlookId: string;
  salesforceId: string;
  field: string;
  title: string | null;
  /** Undefined before the first agreement. */
  base: FieldValue | undefined;
  outlook: FieldValue;
  salesforce: FieldValue;
  outlookAt: string | null;
  salesforceAt: string | null;
  winner: Side | null;
  decidedBy: ConflictDecider | null;
  deadlineAt: string | null;
}

/** How a known conflict goes on: `applying` until its writes are booked, `settled` where both sides hold the value already. */
export interface ConflictStep {
  id: string;
  state: 'applying' | 'settled' | 'overtaken';
}
