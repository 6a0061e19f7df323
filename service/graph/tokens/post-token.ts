import { z } from 'zod';
import { type FreshToken, requireSafeAddress } from '../../../core/connectivity/index.ts';
import { SyncFailure } from '../../../core/model/index.ts';
import { classifyTokenError } from './classify-token-error.ts';
import type { EntraSettings } from './entra-settings.ts';

const granted = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive(),
  refresh_token: z.string().min(1).optional(),
  id_token: z.string().optional(),
});
const refused = z.object({ error: z.string(), error_description: z.string().catch('') });

/** Posts one grant to the tenant's token endpoint. Throws SyncFailure; nothing of a token is ever in its message. */
export async function postToken(
  settings: EntraSettings,
  tenant: string,
  grant: Readonly<Record<string, string>>,
): Promise<FreshToken & { idToken: string | null }> {
  requireSafeAddress(settings.authority, 'the address of Entra ID');
  const { clientId, clientSecret, clock } = settings;
  const url = `${settings.authority.replace(/\/+$/, '')}/${encodeURIComponent(tenant)}/oauth2/v2.0/token`;
  const body = new URLSearchParams({ client_id: clientId, client_secret: clientSecret, ...grant });
  const asked = clock.now();
  const { status, answer } = await post(settings, url, body);
  const good = granted.safeParse(answer);
  if (status < 300 && good.success)
    return {
      accessToken: good.data.access_token,
      refreshToken: good.data.refresh_token ?? null,
      expiresAt: new Date(asked + good.data.expires_in * 1000).toISOString(),
      idToken: good.data.id_token ?? null,
    };
  const bad = refused.safeParse(answer);
  const error = bad.success ? bad.data : { error: `http-${status}`, error_description: `Entra ID answered ${status} unreadably.` };
  const told = { status: status < 300 ? 502 : status, error: error.error, description: error.error_description };
  throw new SyncFailure(classifyTokenError(told, clock.now(), settings.random()));
}

async function post(settings: EntraSettings, url: string, body: URLSearchParams): Promise<{ status: number; answer: unknown }> {
  try {
    const response = await (settings.fetch ?? fetch)(url, { method: 'POST', body, redirect: 'error', signal: AbortSignal.timeout(30_000) });
    const text = await response.text();
    return { status: response.status, answer: parse(text) };
  } catch (error) {
    const description = `no answer from Entra ID (${error instanceof Error ? error.name : 'unknown'})`;
    throw new SyncFailure(classifyTokenError({ status: 503, error: 'unreachable', description }, settings.clock.now(), settings.random()));
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
