import type { Context } from 'hono';
import { routes } from '../../../core/contract/index.ts';
import type { ApiOptions } from '../api-options.ts';
import type { Environment } from '../environment.ts';
import { answerProblem, HttpProblem } from '../problems/index.ts';

const known = Object.keys(routes).map((key) => {
  const [method = '', path = ''] = key.split(' ');
  return { method, pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`) };
});

/** An address that does not exist, or exists for other methods only: then they are named. */
export const refuseUnknown =
  (options: Pick<ApiOptions, 'surroundings'>) =>
  (context: Context<Environment>): Response => {
    const path = context.req.path;
    const methods = known.filter((one) => one.pattern.test(path)).map((one) => one.method);
    const problem =
      methods.length > 0
        ? new HttpProblem('method_not_allowed', `This address takes ${methods.join(', ')}, not ${context.req.method}.`)
        : new HttpProblem('not_found', `There is nothing at ${path.slice(0, 200)}.`, { todo: 'See /api/openapi.json.' });
    if (methods.length > 0) context.header('allow', methods.join(', '));
    return answerProblem(context, problem.problem, options.surroundings.now());
  };
