import { type Answer, ApiProblem, type ProblemField } from '../../contract/client/index.ts';
import type { LedgerLine, NumberedLine } from './read-ledger-file.ts';

export interface RefusedLine {
  number: number;
  what: string;
  todo: string;
}
export interface PortionResult {
  links: number;
  decisions: number;
  known: number;
  refused: RefusedLine[];
  /** The ledger is of another mailbox: nothing of it is taken, and nothing more is sent. */
  wrongMailbox: RefusedLine | null;
}

export type SendLines = (lines: LedgerLine[]) => Promise<Answer<'POST /api/users/{id}/ledger'>>;

const placeOf = ({ where }: ProblemField): number | undefined => {
  const place = /^body\.lines\.(\d+)/.exec(where)?.[1];
  return place === undefined ? undefined : Number(place);
};

/** The lines that a refusal of the whole request names, each with the first thing said of it. */
const namedIn = (error: unknown, portion: readonly NumberedLine[]): Map<number, RefusedLine> => {
  const named = new Map<number, RefusedLine>();
  if (!(error instanceof ApiProblem)) return named;
  const { status, problem } = error;
  const only = portion[1];
  if (status === 413 && portion.length === 2 && only !== undefined)
    named.set(1, { number: only.number, what: error.message, todo: problem?.todo ?? '' });
  for (const field of problem?.errors ?? []) {
    const place = placeOf(field);
    const line = place === undefined ? undefined : portion[place];
    if (place !== undefined && line !== undefined && !named.has(place))
      named.set(place, { number: line.number, what: field.what, todo: field.todo });
  }
  return named;
};

/**
 * Sends one portion, the mailbox's line first. The service takes a request whole or not at all where a line has no valid shape: such lines
 * are left out and the rest is sent again, so that one bad line does not hold back its neighbours. Throws ApiProblem for all else.
 */
export const sendPortion = async (send: SendLines, given: readonly NumberedLine[]): Promise<PortionResult> => {
  const refused: RefusedLine[] = [];
  let portion = [...given];
  for (;;) {
    try {
      const answer = await send(portion.map(({ line }) => line));
      const late = answer.refused.map(({ at, what, todo }) => ({ number: portion[at]?.number ?? 0, what, todo }));
      const first = answer.refused.findIndex(({ at }) => at === 0);
      const { links, decisions, known } = answer;
      return { links, decisions, known, refused: [...refused, ...late], wrongMailbox: late[first] ?? null };
    } catch (error) {
      const named = namedIn(error, portion);
      if (named.size === 0) throw error;
      const wrongMailbox = named.get(0) ?? null;
      refused.push(...named.values());
      portion = portion.filter((_, place) => !named.has(place));
      if (wrongMailbox !== null || portion.length < 2) return { links: 0, decisions: 0, known: 0, refused, wrongMailbox };
    }
  }
};
