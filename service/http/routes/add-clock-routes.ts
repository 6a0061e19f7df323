import type { OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import type { ClockDesk } from '../api-options.ts';
import type { Environment } from '../environment.ts';
import { describeIssues, HttpProblem } from '../problems/index.ts';

/**
 * The world's clock as it stands: `offset` milliseconds ahead of real time; `reset`: the world was emptied and filled anew. Extra fields of the
 * sender are its own business.
 */
const order = z.object({ offset: z.number().finite(), reset: z.boolean().default(false) });

/** Sandbox mode only: the world tells the service its time, and waits until what fell due is done. */
export const addClockRoutes = (app: OpenAPIHono<Environment>, clock: ClockDesk): void => {
  app.get('/clock', (context) => {
    context.set('route', 'GET /clock');
    return context.json(clock.read());
  });
  app.post('/clock', async (context) => {
    context.set('route', 'POST /clock');
    const read = order.safeParse(await context.req.json().catch(() => undefined));
    if (!read.success) {
      throw new HttpProblem('invalid_input', 'Send {"offset": milliseconds}.', { errors: describeIssues('body', read.error) });
    }
    if (read.data.reset) await clock.forget();
    const done = await clock.follow(read.data.offset);
    return context.json({ ...clock.read(), ...done });
  });
};
