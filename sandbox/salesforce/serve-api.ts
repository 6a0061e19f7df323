import type { Context, Hono } from 'hono';
import { AnswerLost, cutConnection } from '../faults/misbehave.ts';
import { waitAsTold } from '../faults/wait-as-told.ts';
import { identityOf, type OAuth } from '../identity/salesforce/index.ts';
import type { Desk } from '../world/desk.ts';
import type { Answer, Backend, Call } from './call.ts';
import { toResponse } from './create-dispatcher.ts';
import { ensureOrg } from './org/index.ts';
import { refusalBody } from './refusal-body.ts';
import { resources, versions } from './versions.ts';

const oldest = 50;
const newest = 68;
const longestAddress = 16_384;

/** The REST API over HTTP: who asks, how many requests are left, then the operation. */
export function serveApi(app: Hono, desk: Desk, oauth: OAuth, backend: Backend): void {
  const { org, usage } = backend;

  app.get('/services/data', (context) => context.json(versions(oldest, newest)));
  app.get('/services/data/', (context) => context.json(versions(oldest, newest)));

  app.get('/id/:org/:user', (context) => {
    const user = signedIn(context);
    if (!user) return context.text('Bad_OAuth_Token', 403);
    return context.json(identityOf(oauth, user.row));
  });

  app.all('/services/data/:version/:rest{.*}', serve);
  app.all('/services/data/:version', serve);

  async function serve(context: Context): Promise<Response> {
    desk.faults.count('salesforce.http');
    ensureOrg(org);
    const path = context.req.path.replace(/^\/services\/data\/[^/]+\/?/, '').replace(/\/$/, '');
    try {
      const answered = withHeaders(toResponse(await answer(context, path)));
      await waitAsTold(desk.faults, 'salesforce');
      return answered;
    } catch (error) {
      if (error instanceof AnswerLost) return cutConnection(context, error);
      throw error;
    }
  }

  async function answer(context: Context, path: string): Promise<Answer> {
    const version = context.req.param('version') ?? '';
    if (!isVersion(version)) return { status: 404, body: refusalBody(404) };
    if (context.req.url.length > longestAddress)
      return { status: 414, body: [{ errorCode: 'URI_TOO_LONG', message: 'The request URI is too long' }] };
    const user = signedIn(context);
    if (!user) return { status: 401, body: refusalBody(401), headers: { 'WWW-Authenticate': 'Bearer realm="Force.com OAuth"' } };
    if (usage.used >= org.settings.dailyLimit) return { status: 403, body: refusalBody(403) };
    usage.add();
    const base = `/services/data/${version}`;
    // What only the SOAP API has, REST does not know.
    if (/^soap\//i.test(path)) return { status: 404, body: refusalBody(404) };
    if (path === '') return { status: 200, body: resources(base, oauth.identityUrl(user.caller.id)) };
    const body = await readBody(context.req.raw);
    if (body instanceof SyntaxError) return { status: 400, body: [{ errorCode: 'JSON_PARSER_ERROR', message: body.message }] };
    const { searchParams } = new URL(context.req.url);
    return backend.dispatch({
      method: context.req.method,
      path,
      query: searchParams,
      headers: context.req.raw.headers,
      body,
      base,
      user: user.caller,
      undo: undefined,
    });
  }

  function signedIn(context: Context) {
    ensureOrg(org);
    const token = /^(?:Bearer|OAuth)\s+(.+)$/i.exec(context.req.header('Authorization') ?? '')?.[1];
    const session = token === undefined ? undefined : oauth.sessions.use(token, org.settings.sessionMinutes);
    const row = session && org.find(session.userId);
    if (!row || row.IsActive === false) return undefined;
    const caller: Call['user'] = { id: String(row.Id), username: String(row.Username), email: String(row.Email) };
    return { row, caller };
  }

  /** Clients take the server's time from Date: it is the world's. */
  function withHeaders(response: Response): Response {
    response.headers.set('Date', new Date(desk.clock.now()).toUTCString());
    response.headers.set('Sforce-Limit-Info', `api-usage=${usage.used}/${org.settings.dailyLimit}`);
    return response;
  }
}

function isVersion(text: string): boolean {
  const number = Number(/^v(\d\d)\.0$/.exec(text)?.[1] ?? 0);
  return number >= oldest && number <= newest;
}

async function readBody(request: Request): Promise<unknown> {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'DELETE') return undefined;
  const text = await request.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    return error instanceof SyntaxError ? error : undefined;
  }
}
