import type { Context, Hono } from 'hono';
import { AnswerLost, cutConnection, misbehave } from '../faults/misbehave.ts';
import { answerAuthorize, answerToken, type Form, type OAuth, OAuthError, userinfoOf } from '../identity/salesforce/index.ts';
import type { Desk } from '../world/desk.ts';
import { ensureOrg } from './org/index.ts';

const operations = ['token', 'authorize', 'revoke', 'userinfo'].map((name) => `salesforce.${name}`);

/** Salesforce's OAuth endpoints over HTTP, under the fault desk like everything else. */
export function serveOAuth(app: Hono, desk: Desk, oauth: OAuth): void {
  for (const name of operations) desk.faults.register(name);
  const refuse = (status: number) => {
    const denied = status === 401 || status === 403;
    const body = denied
      ? { error: 'invalid_grant', error_description: 'expired access/refresh token' }
      : { error: 'server_error', error_description: `HTTP ${status}` };
    return Response.json(body, { status: denied ? 400 : status });
  };

  async function run(
    context: Context,
    name: string,
    user: string | undefined,
    work: () => Promise<Response> | Response,
  ): Promise<Response> {
    desk.faults.count('salesforce.http');
    ensureOrg(oauth.org);
    try {
      return await misbehave({ ...desk, refuse }, name, user, work);
    } catch (error) {
      if (error instanceof AnswerLost) return cutConnection(context, error);
      if (error instanceof OAuthError) return Response.json(error.body, { status: error.status });
      throw error;
    }
  }

  app.post('/services/oauth2/token', async (context) => {
    const form = { ...basicClient(context), ...(await readForm(context)) };
    const noStore = { 'Cache-Control': 'no-cache, no-store' };
    return run(context, 'salesforce.token', nameOf(oauth, form), async () =>
      Response.json(await answerToken(oauth, form), { headers: noStore }),
    );
  });

  app.get('/services/oauth2/authorize', (context) => {
    const form = context.req.query();
    return run(context, 'salesforce.authorize', form.login_hint, () => answerAuthorize(oauth, form, false));
  });
  app.post('/services/oauth2/authorize', async (context) => {
    const form = await readForm(context);
    return run(context, 'salesforce.authorize', form.username, () => answerAuthorize(oauth, form, true));
  });

  const revoke = async (context: Context) => {
    const { token } = context.req.method === 'GET' ? context.req.query() : await readForm(context);
    return run(context, 'salesforce.revoke', undefined, () => {
      if (!oauth.sessions.revoke(token ?? '')) throw new OAuthError('unsupported_token_type', 'this token type is not supported');
      return new Response(null, { status: 200 });
    });
  };
  app.get('/services/oauth2/revoke', revoke);
  app.post('/services/oauth2/revoke', revoke);

  app.on(['GET', 'POST'], '/services/oauth2/userinfo', (context) => {
    ensureOrg(oauth.org);
    const token = /^(?:Bearer|OAuth)\s+(.+)$/i.exec(context.req.header('Authorization') ?? '')?.[1] ?? '';
    const session = oauth.sessions.use(token, oauth.org.settings.sessionMinutes);
    const user = session && oauth.org.find(session.userId);
    return run(context, 'salesforce.userinfo', user ? String(user.Username) : undefined, () => {
      if (!user || user.IsActive === false) return new Response('Bad_OAuth_Token', { status: 403 });
      return Response.json(userinfoOf(oauth, user));
    });
  });
}

async function readForm(context: Context): Promise<Form> {
  return Object.fromEntries(new URLSearchParams(await context.req.text()));
}

/** The client may name itself by HTTP Basic instead of in the form. */
function basicClient(context: Context): Form {
  const encoded = /^Basic\s+(.+)$/i.exec(context.req.header('Authorization') ?? '')?.[1];
  if (encoded === undefined) return {};
  const [id, ...secret] = Buffer.from(encoded, 'base64').toString().split(':');
  return { client_id: decodeURIComponent(id ?? ''), client_secret: decodeURIComponent(secret.join(':')) };
}

function nameOf(oauth: OAuth, form: Form): string | undefined {
  const userId = oauth.sessions.approval(form.refresh_token ?? '')?.userId ?? oauth.codes.get(form.code ?? '')?.userId;
  const user = userId === undefined ? undefined : oauth.org.find(userId);
  return user ? String(user.Username) : undefined;
}
