import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDesk, type Desk } from '../world/desk.ts';
import { applications } from './applications.ts';
import { createIdentity, type IdentityEmulator } from './create-identity.ts';
import type { Person } from './person.ts';
import { demoPassword, tenant } from './tenant.ts';

const ada: Person = {
  id: '11111111-1111-4111-8111-111111111111',
  userPrincipalName: 'ada@fernwood.example',
  mail: 'ada@fernwood.example',
  displayName: 'Ada Birch',
  accountEnabled: true,
};
const callback = 'http://localhost:9999/callback';
const verifier = 'a-code-verifier-that-is-long-enough-to-be-accepted-0123456789';
const challenge = createHash('sha256').update(verifier).digest('base64url');
const delegated = 'openid profile offline_access Contacts.ReadWrite Calendars.ReadWrite';

const keys = new Map<string, unknown>();
let desk: Desk;
let identity: IdentityEmulator;
let server: Server;
let base: string;

beforeEach(async () => {
  desk = createDesk();
  // one key for all tests: making one takes longer than all else
  for (const [id, key] of keys) desk.world.table<unknown>('identity.keys').set(id, key);
  desk.world.table<Person>('people').set(ada.id, ada);
  identity = createIdentity({
    desk,
    people: desk.world.table<Person>('people'),
    issuer: () => base,
    addresses: () => ({ graph: ['http://127.0.0.1:4404'], exchange: [] }),
  });
  server = createServer(identity.handler).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  for (const [id, key] of desk.world.table<unknown>('identity.keys').entries()) keys.set(id, key);
  server.closeAllConnections();
  server.close();
});

const connector = { client_id: applications.connector.id, client_secret: applications.connector.secret };

async function token(form: Record<string, string>, authority: string = tenant.id) {
  const answer = await fetch(`${base}/${authority}/oauth2/v2.0/token`, { method: 'POST', body: new URLSearchParams(form) });
  return { status: answer.status, body: (await answer.json()) as Record<string, string> & { error_codes?: number[] } };
}

/** A browser as small as it gets: follows redirects on the emulator and keeps cookies. */
async function browse(
  url: string,
  form?: Record<string, string>,
  cookies = new Map<string, string>(),
): Promise<{ url: string; text: string; cookies: Map<string, string> }> {
  let target = url;
  let body: URLSearchParams | undefined = form && new URLSearchParams(form);
  for (;;) {
    const answer = await fetch(target, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(body ? { method: 'POST', body } : {}),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) as RegExpExecArray;
      cookies.set(name as string, value as string);
    }
    const location = answer.headers.get('location');
    if (location === null) return { url: target, text: await answer.text(), cookies };
    target = new URL(location, target).href;
    body = undefined;
    if (target.startsWith('http://localhost:9999')) return { url: target, text: '', cookies };
  }
}

function authorizeUrl(extra: Record<string, string> = {}, authority = 'common'): string {
  const query = new URLSearchParams({
    client_id: applications.connector.id,
    response_type: 'code',
    redirect_uri: callback,
    scope: delegated,
    state: 's1',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...extra,
  });
  return `${base}/${authority}/oauth2/v2.0/authorize?${query}`;
}

async function signIn(extra: Record<string, string> = {}) {
  const login = await browse(authorizeUrl(extra));
  const back = await browse(login.url, { account: ada.userPrincipalName }, login.cookies);
  const query = new URL(back.url).searchParams;
  expect(query.get('state')).toBe('s1');
  return { code: query.get('code') ?? '', cookies: back.cookies, query };
}
const redeem = (code: string) =>
  token({ ...connector, grant_type: 'authorization_code', code, redirect_uri: callback, code_verifier: verifier, scope: delegated });
const refresh = (value: string) => token({ ...connector, grant_type: 'refresh_token', refresh_token: value, scope: delegated });

describe('app-only sign-in', () => {
  it('gives a Graph token with roles, that the published keys verify, for either spelling of the resource', async () => {
    for (const scope of ['https://graph.microsoft.com/.default', 'http://127.0.0.1:4404/.default']) {
      const { status, body } = await token({ ...connector, grant_type: 'client_credentials', scope });
      expect(status).toBe(200);
      const configuration = await (await fetch(`${base}/${tenant.id}/v2.0/.well-known/openid-configuration`)).json();
      const { payload } = await jwtVerify(body.access_token as string, createRemoteJWKSet(new URL(configuration.jwks_uri)), {
        issuer: configuration.issuer,
        audience: 'https://graph.microsoft.com',
      });
      expect(payload).toMatchObject({ tid: tenant.id, appid: applications.connector.id, idtyp: 'app' });
      expect(payload.roles).toContain('Contacts.ReadWrite');
      expect(payload.scp).toBeUndefined();
      expect(await identity.authenticate(body.access_token as string)).toEqual({
        kind: 'application',
        appId: applications.connector.id,
        roles: payload.roles,
      });
    }
  });

  it.each([
    ['a wrong secret', { client_secret: 'no' }, 401, 'invalid_client', 7000215],
    ['an unknown application', { client_id: '00000000-0000-4000-8000-000000000000' }, 400, 'unauthorized_client', 700016],
    ['an unknown resource', { scope: 'https://nowhere.example/.default' }, 400, 'invalid_resource', 500011],
    ['a scope that is not .default', { scope: 'https://graph.microsoft.com/User.Read' }, 400, 'invalid_scope', 1002012],
    ['an unknown grant type', { grant_type: 'password' }, 400, 'unsupported_grant_type', 70003],
  ])('refuses %s in the words of Entra ID', async (_name, change, status, error, code) => {
    const answer = await token({
      ...connector,
      grant_type: 'client_credentials',
      scope: 'https://graph.microsoft.com/.default',
      ...change,
    });
    expect([answer.status, answer.body.error, answer.body.error_codes]).toEqual([status, error, [code]]);
    expect(answer.body.error_description).toMatch(new RegExp(`^AADSTS${code}: .* Trace ID: `));
    expect(answer.body).toHaveProperty('trace_id');
    expect(answer.body).toHaveProperty('timestamp');
  });

  it('refuses a tenant that does not exist', async () => {
    const answer = await token(
      { ...connector, grant_type: 'client_credentials', scope: 'https://graph.microsoft.com/.default' },
      'nobody.example',
    );
    expect(answer.body.error_codes).toEqual([90002]);
  });
});

describe('delegated sign-in', () => {
  it('runs code + PKCE to tokens with scp, and rotates refresh tokens', async () => {
    const first = await redeem((await signIn()).code);
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({ token_type: 'Bearer', scope: expect.stringContaining('Contacts.ReadWrite') });
    expect(await identity.authenticate(first.body.access_token as string)).toEqual({
      kind: 'delegated',
      userId: ada.id,
      scopes: ['Contacts.ReadWrite', 'Calendars.ReadWrite'],
    });
    const second = await refresh(first.body.refresh_token as string);
    expect(second.status).toBe(200);
    expect(second.body.refresh_token).not.toBe(first.body.refresh_token);
    const reused = await refresh(first.body.refresh_token as string);
    expect([reused.status, reused.body.error, reused.body.error_codes]).toEqual([400, 'invalid_grant', [70000]]);
    expect((await refresh(second.body.refresh_token as string)).status).toBe(200);
  });

  it('refuses a code with another verifier, and a code used twice', async () => {
    const { code } = await signIn();
    const wrong = await token({
      ...connector,
      grant_type: 'authorization_code',
      code,
      redirect_uri: callback,
      code_verifier: `${verifier}x`,
    });
    expect(wrong.body.error_codes).toEqual([501481]);
    const good = (await signIn()).code;
    expect((await redeem(good)).status).toBe(200);
    expect((await redeem(good)).body.error).toBe('invalid_grant');
  });

  it('gives no refresh token without offline_access', async () => {
    const { code } = await signIn({ scope: 'openid User.Read' });
    expect((await redeem(code)).body).not.toHaveProperty('refresh_token');
  });

  it('shows a login page with the hint filled in, and says what is wrong with a password', async () => {
    const login = await browse(authorizeUrl({ login_hint: 'ada@fernwood.example' }));
    expect(login.text).toContain('value="ada@fernwood.example"');
    expect(login.text).not.toMatch(/(src|href)="https?:/);
    const wrong = await browse(login.url, { email: 'ada@fernwood.example', password: 'x' }, login.cookies);
    expect(wrong.text).toContain('AADSTS50126');
    const right = await browse(login.url, { email: 'ada@fernwood.example', password: demoPassword }, login.cookies);
    expect(new URL(right.url).searchParams.get('code')).toBeTruthy();
  });

  it('answers a silent request without a session with login_required', async () => {
    const { url } = await browse(authorizeUrl({ prompt: 'none' }));
    expect(new URL(url).searchParams.get('error')).toBe('login_required');
    expect(new URL(url).searchParams.get('error_description')).toMatch(/^AADSTS50058/);
  });

  it('refuses a redirect address that is not registered, on a page', async () => {
    const { text } = await browse(authorizeUrl({ redirect_uri: 'https://evil.example/' }));
    expect(text).toContain('AADSTS50011');
  });

  it('signs in for our own API', async () => {
    const { code } = await signIn({ scope: 'openid profile offline_access api://lockstep/access' });
    const { body } = await redeem(code);
    expect(body.scope).toContain('access');
    expect(identity.claims(body.access_token as string)).toMatchObject({ aud: 'api://lockstep', scp: 'access', oid: ada.id });
    expect(await identity.authenticate(body.access_token as string)).toBeUndefined();
  });
});

describe('what an administrator does', () => {
  it('revokes sign-ins: access token dead at once, refresh token AADSTS50173', async () => {
    const { body } = await redeem((await signIn()).code);
    identity.administration.revokeSignIn(ada.id);
    expect(await identity.authenticate(body.access_token as string)).toBeUndefined();
    expect((await refresh(body.refresh_token as string)).body.error_codes).toEqual([50173]);
  });

  it('expires access tokens and leaves the refresh token good', async () => {
    const { body } = await redeem((await signIn()).code);
    identity.administration.expireTokens(ada.id, false);
    expect(await identity.authenticate(body.access_token as string)).toBeUndefined();
    const again = await refresh(body.refresh_token as string);
    expect(await identity.authenticate(again.body.access_token as string)).toBeDefined();
  });

  it('withdraws consent: AADSTS65001, until somebody accepts again', async () => {
    const { body } = await redeem((await signIn()).code);
    identity.administration.withdrawConsent(ada.id);
    const refused = await refresh(body.refresh_token as string);
    expect([refused.body.error, refused.body.suberror, refused.body.error_codes]).toEqual(['invalid_grant', 'consent_required', [65001]]);
    const login = await browse(authorizeUrl());
    const consent = await browse(login.url, { account: ada.userPrincipalName }, login.cookies);
    expect(consent.text).toContain('Permissions requested');
    const declined = await browse(consent.url, { consent: 'decline' }, new Map(consent.cookies));
    expect(new URL(declined.url).searchParams.get('error')).toBe('access_denied');
  });

  it('accepts again on the consent page', async () => {
    identity.administration.withdrawConsent(ada.id);
    const login = await browse(authorizeUrl());
    const consent = await browse(login.url, { account: ada.userPrincipalName }, login.cookies);
    const accepted = await browse(consent.url, { consent: 'accept' }, consent.cookies);
    expect(new URL(accepted.url).searchParams.get('code')).toBeTruthy();
  });

  it('consents for everybody at adminconsent', async () => {
    identity.administration.withdrawConsent(ada.id);
    const url = `${base}/${tenant.id}/adminconsent?client_id=${applications.connector.id}&redirect_uri=${encodeURIComponent(callback)}&state=x`;
    expect((await browse(url)).text).toContain('for your organization');
    const back = await browse(url, { consent: 'accept' });
    expect(Object.fromEntries(new URL(back.url).searchParams)).toEqual({ admin_consent: 'True', tenant: tenant.id, state: 'x' });
    expect(new URL((await browse((await browse(authorizeUrl())).url)).url).pathname).toContain('/login/');
  });

  it('lets a client secret run out: AADSTS7000222', async () => {
    identity.administration.expireSecret(applications.connector.id, true);
    const answer = await token({ ...connector, grant_type: 'client_credentials', scope: 'https://graph.microsoft.com/.default' });
    expect([answer.status, answer.body.error, answer.body.error_codes]).toEqual([401, 'invalid_client', [7000222]]);
  });

  it('switches an account off: AADSTS50057 for its refresh token and on the login page', async () => {
    const { body } = await redeem((await signIn()).code);
    desk.world.table<Person>('people').set(ada.id, { ...ada, accountEnabled: false });
    expect((await refresh(body.refresh_token as string)).body.error_codes).toEqual([50057]);
    const login = await browse(authorizeUrl());
    expect((await browse(login.url, { account: ada.userPrincipalName }, login.cookies)).text).toContain('AADSTS50057');
  });

  it('expires refresh tokens on request: AADSTS700082', async () => {
    const { body } = await redeem((await signIn()).code);
    identity.administration.expireTokens(ada.id, true);
    expect((await refresh(body.refresh_token as string)).body.error_codes).toEqual([700082]);
  });
});

describe('bad input', () => {
  it('takes a form only, and no other resource than one', async () => {
    const url = `${base}/${tenant.id}/oauth2/v2.0/token`;
    const json = await fetch(url, {
      method: 'POST',
      body: '{"grant_type":"refresh_token"}',
      headers: { 'content-type': 'application/json' },
    });
    expect([json.status, ((await json.json()) as { error_codes: number[] }).error_codes]).toEqual([400, [900144]]);
    const { url: back } = await browse(authorizeUrl({ scope: 'User.Read api://lockstep/access' }));
    expect(new URL(back).searchParams.get('error_description')).toMatch(/^AADSTS28000/);
    expect((await browse(authorizeUrl({ client_id: 'nobody' }))).text).toContain('AADSTS700016');
  });

  it('refuses a forged token and one of another key', async () => {
    const { body } = await token({ ...connector, grant_type: 'client_credentials', scope: 'https://graph.microsoft.com/.default' });
    const [header, payload, signature] = (body.access_token as string).split('.') as [string, string, string];
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const forged = Buffer.from(JSON.stringify({ ...claims, roles: ['Everything'] })).toString('base64url');
    for (const bad of ['', 'x.y.z', `${header}.${forged}.${signature}`, `${header}.${payload}.`])
      expect(await identity.authenticate(bad)).toBeUndefined();
  });
});

describe('faults', () => {
  it('loses the answer after the token was rotated', async () => {
    const { body } = await redeem((await signIn()).code);
    desk.faults.add([{ at: 'identity.token', nth: 1, do: 'lost-answer', user: ada.userPrincipalName }]);
    await expect(refresh(body.refresh_token as string)).rejects.toThrow();
    expect((await refresh(body.refresh_token as string)).body.error_codes).toEqual([70000]);
  });

  it('answers 503 with Retry-After before it acts, and counts', async () => {
    desk.faults.add([{ at: 'identity.token', nth: 1, do: '503-retry-after', seconds: 7 }]);
    const answer = await fetch(`${base}/${tenant.id}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({ ...connector, grant_type: 'client_credentials', scope: 'https://graph.microsoft.com/.default' }),
    });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '7']);
    expect(desk.faults.counters['identity.token']).toBe(1);
  });
});
