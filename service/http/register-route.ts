import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { mayAnywhere } from '../../core/access/index.ts';
import { type RouteContract, routes } from '../../core/contract/index.ts';
import type { ApiOptions } from './api-options.ts';
import type { Environment } from './environment.ts';
import type { AnsweredRoute, Asked, Handlers } from './handler.ts';
import { authenticate } from './middleware/authenticate.ts';
import { type Outcome, rememberAnswer } from './middleware/remember-answer.ts';
import { openApiRoute } from './open-api-route.ts';
import type { Act, Caller } from './ports/index.ts';
import { HttpProblem } from './problems/index.ts';
import { refuseInput } from './refuse-input.ts';

/** Who must be there, and may do it somewhere at all; whether here is the handler's question, by reach-*.ts. */
export const admit = async (
  context: Context<Environment>,
  access: RouteContract['access'],
  options: ApiOptions,
): Promise<Caller | undefined> => {
  if (access === 'public') return undefined;
  const caller = await authenticate(context, options.signIn);
  if (access !== 'signed-in' && !mayAnywhere(caller.grants).includes(access)) {
    throw new HttpProblem('not_allowed', `None of your roles allows "${access}".`);
  }
  return caller;
};

const actOf = (context: Context<Environment>, caller: Caller | undefined, now: number): Asked<AnsweredRoute>['act'] => {
  return (customerId, ...activities): Act => {
    if (caller === undefined) throw new TypeError('a public route changes nothing that is audited');
    return {
      actor: { accountId: caller.accountId, email: caller.email },
      onBehalfOf: caller.ownCustomers.includes(customerId) ? null : customerId,
      source: context.get('client') ?? 'api',
      at: new Date(now).toISOString(),
      activities,
    };
  };
};

/**
 * Puts one handler behind its route: who, then what was sent, then the work, then the answer by its schema (which also drops whatever a
 * handler let slip that the contract does not name).
 */
export const registerRoute = <K extends AnsweredRoute>(
  app: OpenAPIHono<Environment>,
  key: K,
  handler: Handlers[K],
  options: ApiOptions,
): void => {
  const route: RouteContract = routes[key];

  const run = async (context: Context<Environment>, caller: Caller | undefined): Promise<Outcome> => {
    const now = options.surroundings.now();
    const valid = (part: string): unknown => context.req.valid(part as never);
    const asked = {
      path: route.path ? valid('param') : undefined,
      query: route.query ? valid('query') : undefined,
      body: route.body ? valid('json') : undefined,
      caller,
      options,
      now,
      act: actOf(context, caller, now),
      context,
    };
    const answer = await handler(asked as never);
    return { status: route.status, body: route.answer === null ? null : route.answer.parse(answer) };
  };

  app.openapi(
    {
      ...openApiRoute(key),
      middleware: [
        async (context: Context<Environment>, next: () => Promise<void>) => {
          context.set('route', key);
          await admit(context, route.access, options);
          await next();
        },
      ],
    } as ReturnType<typeof openApiRoute>,
    (async (context: Context<Environment>) => {
      const caller = context.get('caller');
      const outcome =
        context.req.method === 'POST' && caller !== undefined
          ? await rememberAnswer(context, caller, options, () => run(context, caller))
          : await run(context, caller);
      return outcome.body === null
        ? context.body(null, outcome.status as 204)
        : context.json(outcome.body as object, outcome.status as 200);
    }) as never,
    refuseInput as never,
  );
};
