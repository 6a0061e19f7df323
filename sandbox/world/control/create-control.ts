import { Hono, type MiddlewareHandler } from 'hono';
import type { ReceivedMail } from '../../mail/index.ts';
import type { Desk } from '../desk.ts';
import type { ImportReport } from '../import/index.ts';
import type { Emulators } from '../start/create-emulators.ts';
import { BadInput } from './bad-input.ts';
import { bulkRoutes } from './bulk-routes.ts';
import { clockRoutes } from './clock-routes.ts';
import { faultRoutes } from './fault-routes.ts';
import type { Followers } from './followers.ts';
import { groupRoutes } from './group-routes.ts';
import { mailboxRoutes } from './mailbox-routes.ts';
import { salesforceRoutes } from './salesforce-routes.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { siteRoutes } from './site-routes.ts';
import { userRoutes } from './user-routes.ts';

export interface ControlOptions {
  desk: Desk;
  emulators: Emulators;
  followers: Followers;
  mails: () => ReceivedMail[];
  /** empties the world and fills it anew; answers what it holds then */
  reset: () => Promise<{ world: string }>;
  /** undefined: nothing was imported */
  report: () => ImportReport | undefined;
}

/** The control API of the world: what tests and people do to it from outside. docs/sandbox.md has a curl line for each request. */
export function createControl({ desk, emulators, followers, mails, reset, report }: ControlOptions): Hono {
  const app = new Hono();
  app.onError((failure, context) => {
    const bad = failure instanceof BadInput ? failure : refusal(failure, `${context.req.method} ${context.req.path}`);
    if (bad) return context.json(bad.body, bad.status);
    console.error('sandbox control:', failure);
    const error = { what: failure.message, where: context.req.path, todo: 'this is a bug of the sandbox; its output has the stack' };
    return context.json({ error }, 500);
  });
  app.notFound((context) => {
    const { method, path } = context.req;
    return context.json(
      new BadInput(`there is no ${method} ${path}`, 'the address of the request', 'docs/sandbox.md lists the requests').body,
      404,
    );
  });

  app.use(refuseForeignPages);
  app.get('/health', (context) => context.json({ status: 'ok', part: 'world' }));
  app.get('/mails', (context) => context.json({ items: mails() }));
  app.get('/import', (context) => context.json(report() ?? { world: 'nothing was imported' }));
  app.post('/reset', async (context) => {
    // What is under way ends in the old world.
    await followers.tell();
    const filled = await reset();
    const { settled, running } = await followers.tell({ reset: true });
    return context.json({ ...filled, settled, running });
  });
  clockRoutes(app, desk, followers);
  faultRoutes(app, desk);
  userRoutes(app, emulators);
  mailboxRoutes(app, emulators);
  groupRoutes(app, emulators);
  siteRoutes(app, emulators);
  salesforceRoutes(app, emulators);
  signInRoutes(app, emulators);
  bulkRoutes(app, desk, emulators);
  return app;
}

/** A web page of elsewhere, open in a browser of this computer, shall not play with the world. */
const refuseForeignPages: MiddlewareHandler = async ({ req }, next) => {
  const origin = req.header('origin');
  if (origin !== undefined && !/^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(origin))
    throw new BadInput(`pages of ${origin} may not control the sandbox`, 'the Origin header', 'ask from this computer');
  await next();
};

/** An emulator refused the act in its service's own words (GraphError, SalesforceError): the request was wrong, not the sandbox. */
function refusal(failure: Error & { status?: unknown; code?: unknown; errorCode?: unknown }, where: string): BadInput | undefined {
  const code = failure.errorCode ?? failure.code;
  if (typeof failure.status !== 'number' || typeof code !== 'string') return undefined;
  return new BadInput(`${code}: ${failure.message}`, where, 'send what the service itself would take', failure.status === 404 ? 404 : 400);
}
