import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import type { Environment } from '../environment.ts';
import { HttpProblem } from '../problems/index.ts';

const largest = 1024 * 1024;

/** Counts what arrives, also where no length was announced; nothing is kept beyond the limit. */
export const limitBody = bodyLimit({
  maxSize: largest,
  onError: () => {
    throw new HttpProblem('body_too_large', 'The body is larger than 1 MB. Nothing of it was used.');
  },
});

/** JSON only (a form or text/plain needs no preflight, so a foreign page could send one), and really JSON. */
export const checkBody = createMiddleware<Environment>(async (context, next) => {
  if (['GET', 'HEAD', 'OPTIONS'].includes(context.req.method)) return next();
  const text = await context.req.text();
  if (text === '') return next();
  const type = context.req.header('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new HttpProblem(
      'unsupported_content_type',
      type === '' ? 'The body has no content type.' : `A body of type ${type.slice(0, 100)} is not taken.`,
    );
  }
  try {
    JSON.parse(text);
  } catch {
    throw new HttpProblem('malformed_body');
  }
  return next();
});
