import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { isDatabaseAway } from '../../store/index.ts';
import type { ApiOptions } from '../api-options.ts';
import type { Environment } from '../environment.ts';
import { answerProblem, HttpProblem } from '../problems/index.ts';

/** The one place where what was thrown becomes an answer. What is not a problem of ours is logged in full and told as little as possible. */
export const handleFailure =
  (options: Pick<ApiOptions, 'surroundings' | 'log'>) =>
  (error: unknown, context: Context<Environment>): Response => {
    if (error instanceof HttpProblem) return answerProblem(context, error.problem, options.surroundings.now());
    if (error instanceof HTTPException && error.status < 500) {
      return answerProblem(context, new HttpProblem('invalid_input', error.message).problem, options.surroundings.now());
    }
    if (isDatabaseAway(error)) return answerProblem(context, new HttpProblem('database_away').problem, options.surroundings.now());
    options.log.failure({ requestId: context.get('requestId'), route: context.get('route') ?? context.req.method, error });
    return answerProblem(context, new HttpProblem('internal').problem, options.surroundings.now());
  };
