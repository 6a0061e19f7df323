import type { Problem } from '../problem.ts';
import type { ProblemCode } from '../problem-code.ts';

/** A request that was answered with a problem, or not at all (`code` then is "unreachable"). */
export class ApiProblem extends Error {
  readonly code: ProblemCode | 'unreachable' | 'unexpected_answer';
  readonly status: number;
  /** The problem as sent; null where the answer was none of the service's. */
  readonly problem: Problem | null;

  constructor(code: ApiProblem['code'], status: number, message: string, problem: Problem | null, cause?: unknown) {
    super(message, { cause });
    this.name = 'ApiProblem';
    this.code = code;
    this.status = status;
    this.problem = problem;
  }
}

/** Reads a failed answer. A proxy's HTML page is no problem of ours: it becomes `unexpected_answer`. */
export const toApiProblem = (status: number, text: string): ApiProblem => {
  try {
    const problem = JSON.parse(text) as Problem;
    if (typeof problem.code === 'string' && typeof problem.detail === 'string')
      return new ApiProblem(problem.code, status, problem.detail, problem);
  } catch {
    // Not JSON: said below.
  }
  return new ApiProblem('unexpected_answer', status, `The service's address answered ${status}, but not in the service's words.`, null);
};
