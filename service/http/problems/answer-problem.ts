import type { Context } from 'hono';
import type { Problem } from '../../../core/contract/index.ts';

const retryAfter = (problem: Problem, now: number): Record<string, string> =>
  problem.retryAt === undefined ? {} : { 'retry-after': String(Math.max(1, Math.ceil((Date.parse(problem.retryAt) - now) / 1000))) };

/** RFC 9457: application/problem+json, never cached. `now` is the clock that `retryAt` is by. */
export const answerProblem = (context: Context, problem: Problem, now: number): Response => {
  context.set('problemCode', problem.code);
  return context.body(JSON.stringify({ ...problem, instance: `urn:lockstep:request:${context.get('requestId')}` }), problem.status as 400, {
    'content-type': 'application/problem+json; charset=utf-8',
    ...(problem.status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
    ...retryAfter(problem, now),
  });
};
