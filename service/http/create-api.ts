import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { ApiOptions } from './api-options.ts';
import type { Environment } from './environment.ts';
import type { AnsweredRoute } from './handler.ts';
import { checkBody, limitBody } from './middleware/check-body.ts';
import { checkClient } from './middleware/check-client.ts';
import { checkOrigin } from './middleware/check-origin.ts';
import { handleFailure } from './middleware/handle-failure.ts';
import { refuseUnknown } from './middleware/refuse-unknown.ts';
import { refuseUnstorable } from './middleware/refuse-unstorable.ts';
import { secureHeaders } from './middleware/secure-headers.ts';
import { watchRequest } from './middleware/watch-request.ts';
import { openApiDocument } from './open-api-document.ts';
import { openApiRoute } from './open-api-route.ts';
import { HttpProblem } from './problems/index.ts';
import { refuseInput } from './refuse-input.ts';
import { admit, registerRoute } from './register-route.ts';
import { addClockRoutes } from './routes/add-clock-routes.ts';
import { addNotificationRoutes } from './routes/add-notification-routes.ts';
import { handlers } from './routes/index.ts';
import { streamEvents } from './routes/stream-events.ts';

/** Where providers send the browser back to. Pages for people, not routes of the contract. */
const addReturns = (app: OpenAPIHono<Environment>, options: ApiOptions): void => {
  const finishers: Record<string, (query: Record<string, string>) => Promise<string | null>> = {
    '/api/sign-in/oidc/callback': (query) => options.signIn.finishAtProvider(query),
    '/api/connections/callback': async (query) => (options.connect ? options.connect.callback(query) : null),
  };
  for (const [path, finish] of Object.entries(finishers)) {
    app.get(path, async (context) => {
      context.set('route', `GET ${path}`);
      const next = await finish(context.req.query());
      if (next === null)
        throw new HttpProblem('sign_in_failed', 'This sign-in was begun too long ago, or somewhere else. Begin again in Lockstep.');
      return context.redirect(next, 303);
    });
  }
};

const addLiveEvents = (app: OpenAPIHono<Environment>, options: ApiOptions): void => {
  const admitFirst = async (context: Context<Environment>, next: () => Promise<void>): Promise<void> => {
    context.set('route', 'GET /api/events');
    await admit(context, 'signed-in', options);
    await next();
  };
  const answer = (context: Context<Environment>): Promise<Response> => {
    const caller = context.get('caller');
    if (caller === undefined) throw new HttpProblem('not_signed_in');
    return streamEvents(context, caller, options);
  };
  app.openapi(
    { ...openApiRoute('GET /api/events'), middleware: [admitFirst] } as ReturnType<typeof openApiRoute>,
    answer as never,
    refuseInput as never,
  );
};

/** The whole HTTP face under /api, with /metrics, and /clock in sandbox mode. Pages (/console, /taskpane) are served beside it. */
export const createApi = (options: ApiOptions): OpenAPIHono<Environment> => {
  const app = new OpenAPIHono<Environment>({ strict: false });
  app.onError(handleFailure(options));
  app.notFound(refuseUnknown(options));
  app.use(watchRequest(options));
  app.use(
    '/api/*',
    secureHeaders,
    checkOrigin(options.allowedOrigins),
    checkClient(options.minClient),
    limitBody,
    checkBody,
    refuseUnstorable,
  );
  for (const key of Object.keys(handlers) as AnsweredRoute[]) registerRoute(app, key, handlers[key] as never, options);
  addLiveEvents(app, options);
  addReturns(app, options);
  if (options.hints) addNotificationRoutes(app, options.hints);
  let document: object | undefined;
  app.get('/api/openapi.json', (context) => {
    context.set('route', 'GET /api/openapi.json');
    document ??= openApiDocument(app, options.version);
    return context.json(document);
  });
  const { metrics, clock } = options;
  if (metrics) {
    app.get('/metrics', async (context) => {
      context.set('route', 'GET /metrics');
      const { contentType, text } = await metrics();
      return context.body(text, 200, { 'content-type': contentType });
    });
  }
  if (clock) {
    app.use('/clock', checkOrigin(options.allowedOrigins));
    addClockRoutes(app, clock);
  }
  return app;
};
