import { type Problem, type ProblemCode, problemStatus } from '../../../core/contract/index.ts';
import { problemWords } from './problem-words.ts';

type More = Partial<Pick<Problem, 'errors' | 'retryAt' | 'minClient' | 'reason' | 'todo'>>;

/** Thrown anywhere below a route; becomes the answer at the one place that catches (handle-failure.ts). */
export class HttpProblem extends Error {
  readonly problem: Problem;

  constructor(code: ProblemCode, detail?: string, more: More = {}) {
    const words = problemWords[code];
    super(detail ?? words.title);
    this.name = 'HttpProblem';
    this.problem = {
      type: `urn:lockstep:problem:${code}`,
      title: words.title,
      status: problemStatus[code],
      code,
      detail: detail ?? `${words.title}.`,
      todo: words.todo,
      ...more,
    };
  }
}
