import type { Issue } from '../../contract/client/index.ts';
import type { Hold } from './hold-line.tsx';

/** A hold that is an issue: a preview is confirmed and a conflict chosen, each for itself. */
export type AskedHold = Hold & { issue: Issue };

/** The safe one first, as where one is answered alone. */
const order = ['refuse', 'retry', 'allow', 'ignore'] as const;
export type CommonAnswer = (typeof order)[number];

export const isAsked = (hold: Hold): hold is AskedHold => hold.issue !== null;

/** The answers that every one of these takes. */
export const commonAnswers = (holds: readonly AskedHold[]): CommonAnswer[] =>
  holds.length === 0 ? [] : order.filter((answer) => holds.every(({ issue }) => issue.answers.includes(answer)));
