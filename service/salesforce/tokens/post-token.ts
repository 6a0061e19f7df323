import { z } from 'zod';
import { type FreshToken, requireSafeAddress } from '../../../core/connectivity/index.ts';
import { SyncFailure } from '../../../core/model/index.ts';
import { classifyTokenError } from './classify-token-error.ts';
import type { SalesforceOAuth } from './salesforce-oauth.ts';

const granted = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).optional(),
  instance_url: z.string().min(1),
  id: z.string().optional(),
});
const refused = z.object({ error: z.string(), error_description: z.string().catch('') });

/** The token, and what comes with it: where to send requests, and who signed in. */
export interface SalesforceGrant extends FreshToken {
  instanceUrl: string;
  /** 18-character ids from the identity URL; null where there is none. */
  orgId: string | null;
  userId: string | null;
}

/** Posts one grant. There is no expires_in: the session policy decides, a refusal tells. Throws SyncFailure without any secret in it. */
export async function postToken(oauth: SalesforceOAuth, grant: Readonly<Record<string, string>>): Promise<SalesforceGrant> {
  requireSafeAddress(oauth.loginUrl, 'the address of Salesforce');
  const { clientId, clientSecret } = oauth;
  const body = new URLSearchParams({
    client_id: clientId,
    ...(clientSecret === undefined ? {} : { client_secret: clientSecret }),
    ...grant,
  });
  const { status, answer } = await post(oauth, `${oauth.loginUrl.replace(/\/+$/, '')}/services/oauth2/token`, body);
  const good = granted.safeParse(answer);
  if (status < 300 && good.success) return toGrant(good.data);
  const bad = refused.safeParse(answer);
  const error = bad.success ? bad.data : { error: `http-${status}`, error_description: `Salesforce answered ${status} unreadably.` };
  const told = { status: status < 300 ? 502 : status, error: error.error, description: error.error_description };
  throw new SyncFailure(classifyTokenError(told, oauth.clock.now(), oauth.random()));
}

function toGrant(answer: z.infer<typeof granted>): SalesforceGrant {
  requireSafeAddress(answer.instance_url, 'the instance address that Salesforce gave');
  const [, orgId = null, userId = null] = /\/id\/(00D\w{15})\/(005\w{15})$/.exec(answer.id ?? '') ?? [];
  const { access_token: accessToken, refresh_token: refreshToken = null, instance_url: instanceUrl } = answer;
  return { accessToken, refreshToken, expiresAt: null, instanceUrl, orgId, userId };
}

async function post(oauth: SalesforceOAuth, url: string, body: URLSearchParams): Promise<{ status: number; answer: unknown }> {
  try {
    const response = await (oauth.fetch ?? fetch)(url, { method: 'POST', body, redirect: 'error', signal: AbortSignal.timeout(30_000) });
    const text = await response.text();
    return { status: response.status, answer: parse(text) };
  } catch (error) {
    const description = `no answer from Salesforce (${error instanceof Error ? error.name : 'unknown'})`;
    throw new SyncFailure(classifyTokenError({ status: 503, error: 'unreachable', description }, oauth.clock.now(), oauth.random()));
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
