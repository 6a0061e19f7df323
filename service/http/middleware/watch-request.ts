import { createMiddleware } from 'hono/factory';
import type { ApiOptions } from '../api-options.ts';
import type { Environment } from '../environment.ts';

/** The outermost: gives each request its id and writes its one line in the log. */
export const watchRequest = (options: Pick<ApiOptions, 'surroundings' | 'log'>) =>
  createMiddleware<Environment>(async (context, next) => {
    const started = options.surroundings.realNow();
    const requestId = options.surroundings.newId();
    context.set('requestId', requestId);
    await next();
    context.res.headers.set('lockstep-request', requestId);
    options.log.request({
      requestId,
      method: context.req.method,
      route: context.get('route') ?? 'unknown',
      status: context.res.status,
      milliseconds: options.surroundings.realNow() - started,
      accountId: context.get('caller')?.accountId ?? null,
      client: context.get('client') ?? null,
      code: context.get('problemCode') ?? null,
    });
  });
