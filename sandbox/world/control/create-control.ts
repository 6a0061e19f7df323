import { Hono } from 'hono';
import type { ReceivedMail } from '../../mail/index.ts';
import type { Desk } from '../desk.ts';
import { BadInput } from './bad-input.ts';
import { clockRoutes } from './clock-routes.ts';
import { faultRoutes } from './fault-routes.ts';
import type { Followers } from './followers.ts';

export interface ControlOptions {
  desk: Desk;
  followers: Followers;
  mails: () => ReceivedMail[];
  /** empties the world and seeds it anew */
  reset: () => Promise<unknown>;
}

/** The control API of the world: what tests and people do to it from outside. docs/sandbox.md has a curl line for each request. */
export function createControl({ desk, followers, mails, reset }: ControlOptions): Hono {
  const app = new Hono();
  app.onError((failure, context) => {
    if (failure instanceof BadInput) return context.json(failure.body, failure.status);
    console.error('sandbox control:', failure);
    return context.json(
      { error: { what: failure.message, where: context.req.path, todo: 'this is a bug of the sandbox; its output has the stack' } },
      500,
    );
  });
  app.notFound((context) =>
    context.json(
      new BadInput(`there is no ${context.req.method} ${context.req.path}`, 'the address', 'docs/sandbox.md lists the requests').body,
      404,
    ),
  );

  app.get('/health', (context) => context.json({ status: 'ok', part: 'world' }));
  app.get('/mails', (context) => context.json({ items: mails() }));
  app.post('/reset', async (context) => context.json(await reset()));
  clockRoutes(app, desk, followers);
  faultRoutes(app, desk);
  return app;
}
