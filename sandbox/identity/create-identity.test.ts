import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applications } from './applications.ts';
import { demoPassword, tenant } from './tenant.ts';
import { ada, appOnly, callback, connector, IdentityWorld, verifier } from './testing/identity-world.ts';

let world: IdentityWorld;
beforeEach(async () => {
  world = await new IdentityWorld().open();
});
afterEach(() => world.close());

describe('app-only sign-in', () => {
  it('gives a Graph token with roles, that the published keys verify, for either spelling of the resource', async () => {
    for (const scope of ['https://graph.microsoft.com/.default', 'http://127.0.0.1:4404/.default']) {
      const { status, body } = await world.token({ ...connector, grant_type: 'client_credentials', scope });
      expect(status).toBe(200);
      const configuration = await (await fetch(`${world.base}/${tenant.id}/v2.0/.well-known/openid-configuration`)).json();
      const { payload } = await jwtVerify(body.access_token as string, createRemoteJWKSet(new URL(configuration.jwks_uri)), {
        issuer: configuration.issuer,
        audience: 'https://graph.microsoft.com',
      });
      expect(payload).toMatchObject({ tid: tenant.id, appid: applications.connector.id, idtyp: 'app' });
      expect(payload.roles).toContain('Contacts.ReadWrite');
      expect(payload.scp).toBeUndefined();
      expect(await world.identity.authenticate(body.access_token)).toEqual({
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
    const answer = await world.token({
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
    const answer = await world.token(appOnly, 'nobody.example');
    expect(answer.body.error_codes).toEqual([90002]);
  });
});

describe('delegated sign-in', () => {
  it('runs code + PKCE to tokens with scp, and rotates refresh tokens', async () => {
    const first = await world.redeem(await world.signIn());
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({ token_type: 'Bearer', scope: expect.stringContaining('Contacts.ReadWrite') });
    expect(await world.identity.authenticate(first.body.access_token)).toEqual({
      kind: 'delegated',
      userId: ada.id,
      scopes: ['Contacts.ReadWrite', 'Calendars.ReadWrite'],
    });
    const second = await world.refresh(first.body.refresh_token);
    expect(second.status).toBe(200);
    expect(second.body.refresh_token).not.toBe(first.body.refresh_token);
    const reused = await world.refresh(first.body.refresh_token);
    expect([reused.status, reused.body.error, reused.body.error_codes]).toEqual([400, 'invalid_grant', [70000]]);
    expect((await world.refresh(second.body.refresh_token)).status).toBe(200);
  });

  it('refuses a code with another verifier, and a code used twice', async () => {
    const code = await world.signIn();
    const wrong = await world.token({
      ...connector,
      grant_type: 'authorization_code',
      code,
      redirect_uri: callback,
      code_verifier: `${verifier}x`,
    });
    expect(wrong.body.error_codes).toEqual([501481]);
    const good = await world.signIn();
    expect((await world.redeem(good)).status).toBe(200);
    expect((await world.redeem(good)).body.error).toBe('invalid_grant');
  });

  it('gives no refresh token without offline_access', async () => {
    const code = await world.signIn({ scope: 'openid User.Read' });
    expect((await world.redeem(code)).body).not.toHaveProperty('refresh_token');
  });

  it('shows a login page with the hint filled in, and says what is wrong with a password', async () => {
    const login = await world.browse(world.authorizeUrl({ login_hint: 'ada@fernwood.example' }));
    expect(login.text).toContain('value="ada@fernwood.example"');
    expect(login.text).not.toMatch(/(src|href)="https?:/);
    const wrong = await world.browse(login.url, { email: 'ada@fernwood.example', password: 'x' }, login.cookies);
    expect(wrong.text).toContain('AADSTS50126');
    const right = await world.browse(login.url, { email: 'ada@fernwood.example', password: demoPassword }, login.cookies);
    expect(new URL(right.url).searchParams.get('code')).toBeTruthy();
  });

  it('answers a silent request without a session with login_required', async () => {
    const { url } = await world.browse(world.authorizeUrl({ prompt: 'none' }));
    expect(new URL(url).searchParams.get('error')).toBe('login_required');
    expect(new URL(url).searchParams.get('error_description')).toMatch(/^AADSTS50058/);
  });

  it('refuses a redirect address that is not registered, on a page', async () => {
    const { text } = await world.browse(world.authorizeUrl({ redirect_uri: 'https://evil.example/' }));
    expect(text).toContain('AADSTS50011');
  });

  it('signs in for our own API', async () => {
    const code = await world.signIn({ scope: 'openid profile offline_access api://lockstep/access' });
    const { body } = await world.redeem(code);
    expect(body.scope).toContain('access');
    expect(world.identity.claims(body.access_token)).toMatchObject({ aud: 'api://lockstep', scp: 'access', oid: ada.id });
    expect(await world.identity.authenticate(body.access_token)).toBeUndefined();
  });
});

describe('bad input', () => {
  it('takes a form only, and no other resource than one', async () => {
    const url = `${world.base}/${tenant.id}/oauth2/v2.0/token`;
    const json = await fetch(url, {
      method: 'POST',
      body: '{"grant_type":"refresh_token"}',
      headers: { 'content-type': 'application/json' },
    });
    expect([json.status, ((await json.json()) as { error_codes: number[] }).error_codes]).toEqual([400, [900144]]);
    const { url: back } = await world.browse(world.authorizeUrl({ scope: 'User.Read api://lockstep/access' }));
    expect(new URL(back).searchParams.get('error_description')).toMatch(/^AADSTS28000/);
    expect((await world.browse(world.authorizeUrl({ client_id: 'nobody' }))).text).toContain('AADSTS700016');
  });

  it('refuses a forged token and one of another key', async () => {
    const { body } = await world.token(appOnly);
    const [header, payload, signature] = body.access_token.split('.') as [string, string, string];
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const forged = Buffer.from(JSON.stringify({ ...claims, roles: ['Everything'] })).toString('base64url');
    for (const bad of ['', 'x.y.z', `${header}.${forged}.${signature}`, `${header}.${payload}.`])
      expect(await world.identity.authenticate(bad)).toBeUndefined();
  });
});

describe('faults', () => {
  it('loses the answer after the token was rotated', async () => {
    const { body } = await world.redeem(await world.signIn());
    world.desk.faults.add([{ at: 'identity.token', nth: 1, do: 'lost-answer', user: ada.userPrincipalName }]);
    await expect(world.refresh(body.refresh_token)).rejects.toThrow();
    expect((await world.refresh(body.refresh_token)).body.error_codes).toEqual([70000]);
  });

  it('answers 503 with Retry-After before it acts, and counts', async () => {
    world.desk.faults.add([{ at: 'identity.token', nth: 1, do: '503-retry-after', seconds: 7 }]);
    const answer = await fetch(`${world.base}/${tenant.id}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams(appOnly),
    });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '7']);
    expect(world.desk.faults.counters['identity.token']).toBe(1);
  });
});
