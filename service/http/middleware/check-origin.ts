import { createMiddleware } from 'hono/factory';
import type { Environment } from '../environment.ts';
import { HttpProblem } from '../problems/index.ts';

const isListed = (origin: string, allowed: readonly string[]): boolean =>
  allowed.some((one) => (one.endsWith('://*') ? origin.startsWith(one.slice(0, -1)) : one === origin));

const isOwn = (origin: string, host: string | undefined): boolean => {
  try {
    return host !== undefined && new URL(origin).host === host && /^https?:/.test(origin);
  } catch {
    return false;
  }
};

/**
 * Cross-origin use by an exact list, without credentials: the API takes no cookie, so there is none to steal a ride on. A page of another
 * origin (also "null") is refused here, even where the browser would only have kept the answer from it.
 */
export const checkOrigin = (allowed: readonly string[]) =>
  createMiddleware<Environment>(async (context, next) => {
    const origin = context.req.header('origin');
    if (origin === undefined) return next();
    const own = isOwn(origin, context.req.header('host'));
    if (!own && !isListed(origin, allowed))
      throw new HttpProblem('origin_not_allowed', `Pages of ${origin.slice(0, 200)} may not call this service.`);
    if (context.req.method === 'OPTIONS') {
      return context.body(null, 204, {
        'access-control-allow-origin': origin,
        'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
        'access-control-allow-headers': 'authorization, content-type, lockstep-client, idempotency-key, last-event-id',
        'access-control-allow-private-network': 'true',
        'access-control-max-age': '600',
        vary: 'origin',
      });
    }
    await next();
    context.res.headers.set('access-control-allow-origin', origin);
    // Date: so that a page can correct its countdowns by the service's clock.
    context.res.headers.set('access-control-expose-headers', 'date, retry-after, lockstep-request');
    context.res.headers.append('vary', 'origin');
  });
