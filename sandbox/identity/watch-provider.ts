import type { IncomingMessage } from 'node:http';
import type { KoaContext, Provider } from 'oidc-provider';
import { AnswerLost, misbehave } from '../faults/misbehave.ts';
import type { Desk } from '../world/desk.ts';
import { AadstsError, describeAadsts, toAadsts } from './aadsts.ts';
import { answerToken } from './answer-token.ts';
import { route } from './configure-provider.ts';
import { problemPage } from './pages/consent-page.ts';
import type { People } from './person.ts';
import type { TokenRequest } from './prepare-token-request.ts';

export interface WatchParts {
  desk: Desk;
  people: People;
  requests: WeakMap<IncomingMessage, TokenRequest>;
}

const operations: Record<string, string> = {
  [route('/oauth2/v2.0/token')]: 'identity.token',
  [route('/oauth2/v2.0/authorize')]: 'identity.authorize',
  [route('/discovery/v2.0/keys')]: 'identity.keys',
};

/** Stands in front of oidc-provider's routes: faults before it, Entra ID's wording after it. */
export function watchProvider(provider: Provider, parts: WatchParts): void {
  const details = new WeakMap<IncomingMessage, string>();
  const note = (context: KoaContext, error: Error & { error_detail?: string }) => {
    details.set(context.req, error.error_detail ?? error.message);
  };
  for (const event of ['grant.error', 'authorization.error']) provider.on(event, note);
  provider.on('server_error', (_context, error) => console.error('sandbox identity:', error));

  provider.use(async (context, next) => {
    const operation = operations[context.path];
    if (operation === undefined || context.method === 'OPTIONS') return next();
    const request = parts.requests.get(context.req);
    const user = request?.userId === undefined ? undefined : parts.people.get(request.userId)?.userPrincipalName;
    try {
      const answer = await misbehave({ ...parts.desk, refuse }, operation, user, async () => {
        if (request?.refusal) return refused(request.refusal);
        await next();
        if (request) answerToken(context, request, details.get(context.req) ?? '');
        else if (operation === 'identity.authorize') wordAuthorize(context, details.get(context.req) ?? '');
        return passedOn;
      });
      if (answer !== passedOn) await replace(context, answer);
    } catch (lost) {
      if (!(lost instanceof AnswerLost)) throw lost;
      context.respond = false;
      context.res.destroy();
    }
  });
}

/** oidc-provider's answer stands in the Koa context already. */
const passedOn = new Response(null);

function refused(failure: AadstsError): Response {
  const { status, body } = describeAadsts(failure);
  return Response.json(body, { status });
}

function refuse(status: number): Response {
  if (status === 429 || status >= 500)
    return Response.json(
      {
        error: 'temporarily_unavailable',
        error_description: `AADSTS90033: A transient error has occurred. Please try again. Timestamp: ${new Date().toISOString()}`,
        error_codes: [90033],
      },
      { status },
    );
  return refused(new AadstsError(70000, `Provided grant is invalid or malformed (status ${status} on request).`));
}

async function replace(context: KoaContext, answer: Response): Promise<void> {
  context.status = answer.status;
  for (const [name, value] of answer.headers) context.set(name, value);
  context.set('Access-Control-Allow-Origin', context.get('origin') || '*');
  context.body = await answer.text();
}

/** Errors of the authorize endpoint: on a page, or in the redirect that takes them back to the application. */
function wordAuthorize(context: KoaContext, detail: string): void {
  const location = context.response.get('location');
  const error = /[?#&]error=([^&]+)/.exec(location)?.[1];
  if (error !== undefined) {
    const { body } = describeAadsts(toAadsts(error, detail, {}));
    const description = encodeURIComponent(body.error_description);
    context.set('location', location.replace(/([?#&]error_description=)[^&]*/, `$1${description}`));
    return;
  }
  const out = context.body as { error?: string } | undefined;
  if (typeof out !== 'object' || typeof out?.error !== 'string') return;
  context.body = problemPage(describeAadsts(toAadsts(out.error, detail, {})).body.error_description);
  context.type = 'text/html; charset=utf-8';
}
