import { z } from 'zod';
import { fieldValue } from './field-value.ts';
import { instant, userId } from './ids.ts';

/**
 * A field that both sides changed, in the conflict inbox. `waiting`: both sides keep theirs until somebody answers or the deadline passes.
 * `decided`: a rule chose, the loser is kept here. `answered`, `applying`: a person chose, the next sync writes it. `settled`: written.
 * `overtaken`: a later edit or the end of the link made the question pointless.
 */
export const conflictStates = ['waiting', 'decided', 'answered', 'applying', 'settled', 'overtaken'] as const;
export type ConflictState = (typeof conflictStates)[number];

/** What a person may keep: Outlook's value, Salesforce's, or what both held at their last agreement. */
export const conflictKeeps = ['outlook', 'salesforce', 'base'] as const;
export type ConflictKeep = (typeof conflictKeeps)[number];

/** Who decided: the owner that a setting or the rule of copies names, the newer edit, the deadline (newer edit), a person. */
export const conflictDeciders = ['rule', 'newer', 'deadline', 'person'] as const;
export type ConflictDecider = (typeof conflictDeciders)[number];

export const conflict = z
  .object({
    id: z.uuid(),
    userId,
    object: z.string(),
    /** Lockstep's name of the field. */
    field: z.string(),
    /** Subject or name of the item. */
    title: z.string().nullable(),
    outlookId: z.string(),
    salesforceId: z.string(),
    /** False where the two were never in step before: then `base` says nothing. */
    hasBase: z.boolean(),
    base: fieldValue,
    outlook: fieldValue,
    salesforce: fieldValue,
    outlookEditedAt: instant.nullable(),
    salesforceEditedAt: instant.nullable(),
    state: z.enum(conflictStates),
    /** Whose value holds; null while nobody has decided. */
    winner: z.enum(conflictKeeps).nullable(),
    decidedBy: z.enum(conflictDeciders).nullable(),
    answeredBy: z.string().nullable(),
    openedAt: instant,
    /** After this the newer edit wins, and the other value stays here. */
    deadlineAt: instant.nullable(),
    settledAt: instant.nullable(),
    /** What may be answered now: of a decided one, what was not kept. */
    answers: z.array(z.enum(conflictKeeps)),
    /** True where values and words are left out: the item is private now, and whose mailbox it is alone may read them. */
    withheld: z.boolean().optional(),
  })
  .meta({ id: 'Conflict' });
export type Conflict = z.infer<typeof conflict>;
