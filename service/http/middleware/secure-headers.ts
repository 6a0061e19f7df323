import { createMiddleware } from 'hono/factory';
import type { Environment } from '../environment.ts';

/** For answers that are data, never pages: nothing may frame, sniff, cache or run them. */
export const secureHeaders = createMiddleware<Environment>(async (context, next) => {
  await next();
  const headers = context.res.headers;
  headers.set('x-content-type-options', 'nosniff');
  headers.set('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
  headers.set('referrer-policy', 'no-referrer');
  headers.set('cross-origin-resource-policy', 'cross-origin');
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
});
