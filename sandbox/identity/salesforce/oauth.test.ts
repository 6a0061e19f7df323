import { createHash, generateKeyPairSync } from 'node:crypto';
import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { smallOrg } from '../../salesforce/testing/small-org.ts';

const redirect_uri = 'http://127.0.0.1:4400/callback';

function signInDesk() {
  const world = smallOrg();
  const { app, client } = world.salesforce;
  const token = async (form: Record<string, string>, headers = {}) => {
    const response = await app.request('/services/oauth2/token', { method: 'POST', body: new URLSearchParams(form), headers });
    return { status: response.status, body: (await response.json()) as Record<string, string> };
  };
  const authorize = (more: Record<string, string> = {}) =>
    app.request(
      `/services/oauth2/authorize?${new URLSearchParams({ response_type: 'code', client_id: client.id, redirect_uri, login_hint: world.ada.username, ...more })}`,
    );
  const codeOf = (response: Response) => new URL(response.headers.get('location') ?? 'http://none').searchParams.get('code') ?? '';
  const redeem = (code: string, more = {}) =>
    token({ grant_type: 'authorization_code', code, client_id: client.id, client_secret: client.secret, redirect_uri, ...more });
  const signIn = async () => (await redeem(codeOf(await authorize()))).body;
  const refresh = (refresh_token: string, more = {}) =>
    token({ grant_type: 'refresh_token', refresh_token, client_id: client.id, client_secret: client.secret, ...more });
  const works = async (access: string | undefined) =>
    (await app.request('/services/data/v62.0/limits', { headers: { Authorization: `Bearer ${access}` } })).status === 200;
  return { ...world, app, client, token, authorize, codeOf, redeem, signIn, refresh, works };
}

describe('the web server flow', () => {
  it('answers tokens of the person, without expires_in', async () => {
    const { signIn, ada, salesforce, works, app } = signInDesk();
    const answer = await signIn();
    expect(answer).toMatchObject({
      token_type: 'Bearer',
      instance_url: 'http://127.0.0.1:4406',
      id: `http://127.0.0.1:4406/id/${salesforce.org.id18}/${ada.id}`,
    });
    expect(answer).not.toHaveProperty('expires_in');
    expect(await works(answer.access_token)).toBe(true);
    const info = await app.request('/services/oauth2/userinfo', { headers: { Authorization: `Bearer ${answer.access_token}` } });
    expect(await info.json()).toMatchObject({
      user_id: ada.id,
      organization_id: salesforce.org.id18,
      preferred_username: ada.username,
      email: ada.username,
    });
    expect((await app.request('/services/oauth2/userinfo')).status).toBe(403);
  });

  it('takes a code once, within 15 minutes, for its own redirect', async () => {
    const { authorize, codeOf, redeem } = signInDesk();
    const code = codeOf(await authorize());
    expect((await redeem(code)).status).toBe(200);
    expect((await redeem(code)).body).toEqual({ error: 'invalid_grant', error_description: 'invalid authorization code' });
    expect((await redeem(codeOf(await authorize()), { redirect_uri: 'http://other' })).body.error).toBe('redirect_uri_mismatch');
  });

  it('holds to PKCE where it was begun with it', async () => {
    const { authorize, codeOf, redeem } = signInDesk();
    const verifier = 'v'.repeat(64);
    const code_challenge = createHash('sha256').update(verifier).digest('base64url');
    const begin = async () => codeOf(await authorize({ code_challenge, code_challenge_method: 'S256' }));
    expect((await redeem(await begin())).body.error_description).toBe('invalid code verifier');
    expect((await redeem(await begin(), { code_verifier: verifier })).status).toBe(200);
    const plain = await authorize({ code_challenge: 'x', code_challenge_method: 'plain' });
    expect(plain.headers.get('location')).toContain('error=invalid_request');
  });

  it('shows a page where nobody is named, and takes what was typed there', async () => {
    const { app, authorize, client, codeOf, redeem, ada } = signInDesk();
    const page = await (await authorize({ login_hint: '', state: '"><script>' })).text();
    expect(page).toContain('name="username"');
    expect(page).not.toContain('<script>');
    expect(await (await authorize({ prompt: 'login' })).text()).toContain(`value="${ada.username}"`);
    const form = { response_type: 'code', client_id: client.id, redirect_uri, state: 'abc' };
    const post = (more: Record<string, string>) =>
      app.request('/services/oauth2/authorize', { method: 'POST', body: new URLSearchParams({ ...form, ...more }) });
    expect(await (await post({ username: 'nobody@demo.test' })).text()).toContain('Please check your username');
    const back = await post({ username: ada.username, password: 'any' });
    expect(back.headers.get('location')).toMatch(/^http:\/\/127\.0\.0\.1:4400\/callback\?code=.+&state=abc$/);
    expect((await redeem(codeOf(back))).status).toBe(200);
    expect((await post({ username: ada.username, deny: '1' })).headers.get('location')).toContain('error=access_denied');
  });

  it('refuses an unknown client and a redirect that is none', async () => {
    const { authorize } = signInDesk();
    expect(await (await authorize({ client_id: 'x' })).json()).toEqual({
      error: 'invalid_client_id',
      error_description: 'client identifier invalid',
    });
    expect(await (await authorize({ redirect_uri: 'nowhere' })).json()).toMatchObject({ error: 'redirect_uri_mismatch' });
  });
});

describe('refresh', () => {
  it('answers a new access token and, as long as rotation is off, no new refresh token', async () => {
    const { signIn, refresh, works } = signInDesk();
    const first = await signIn();
    const next = await refresh(first.refresh_token ?? '');
    expect(next.body).not.toHaveProperty('refresh_token');
    expect(await works(next.body.access_token)).toBe(true);
  });

  it('with rotation ends the old refresh token', async () => {
    const { signIn, refresh, salesforce } = signInDesk();
    salesforce.control.setClient({ rotation: true });
    const first = await signIn();
    const next = await refresh(first.refresh_token ?? '');
    expect(next.body.refresh_token).not.toBe(first.refresh_token);
    expect((await refresh(first.refresh_token ?? '')).body).toEqual({
      error: 'invalid_grant',
      error_description: 'expired access/refresh token',
    });
    expect((await refresh(next.body.refresh_token ?? '')).status).toBe(200);
  });

  it('keeps five approvals of one user and app: the sixth ends the one longest unused', async () => {
    const { signIn, refresh } = signInDesk();
    const tokens: string[] = [];
    for (let n = 0; n < 6; n += 1) tokens.push((await signIn()).refresh_token ?? '');
    const good = await Promise.all(tokens.map(async (one) => (await refresh(one)).status === 200));
    expect(good).toEqual([false, true, true, true, true, true]);
  });

  it('ends for a user who was deactivated, and for one who revoked the app', async () => {
    const { signIn, refresh, salesforce, ada, works } = signInDesk();
    const first = await signIn();
    salesforce.control.deactivate(ada.username);
    expect((await refresh(first.refresh_token ?? '')).body).toEqual({ error: 'invalid_grant', error_description: 'inactive user' });
    salesforce.control.activate(ada.username);
    expect((await refresh(first.refresh_token ?? '')).status).toBe(200);
    expect(salesforce.control.revokeSignIn(ada.username)).toBe(1);
    expect((await refresh(first.refresh_token ?? '')).body.error_description).toBe('expired access/refresh token');
    expect(await works(first.access_token)).toBe(false);
  });

  it('is refused to a client with another secret', async () => {
    const { signIn, refresh } = signInDesk();
    const { refresh_token } = await signIn();
    expect((await refresh(refresh_token ?? '', { client_secret: 'no' })).body).toEqual({
      error: 'invalid_client',
      error_description: 'invalid client credentials',
    });
  });
});

describe('access tokens', () => {
  it('end after the session’s idle time in real time, not when the world’s clock is moved', async () => {
    const { signIn, works, desk, salesforce } = signInDesk();
    const { access_token } = await signIn();
    desk.clock.advance(30 * 86_400_000);
    expect(await works(access_token)).toBe(true);
    expect(salesforce.control.expireTokens()).toBeGreaterThan(0);
    expect(await works(access_token)).toBe(false);
  });

  it('end with the token that is revoked, or the refresh token they came from', async () => {
    const { signIn, works, app } = signInDesk();
    const revoke = (value: string | undefined) =>
      app.request('/services/oauth2/revoke', { method: 'POST', body: new URLSearchParams({ token: value ?? '' }) });
    const [one, other] = [await signIn(), await signIn()];
    expect((await revoke(one.access_token)).status).toBe(200);
    expect((await revoke(other.refresh_token)).status).toBe(200);
    expect([await works(one.access_token), await works(other.access_token)]).toEqual([false, false]);
    expect((await (await revoke('nope')).json()) as unknown).toMatchObject({ error: 'unsupported_token_type' });
  });
});

describe('client credentials', () => {
  it('act as the integration user, with the secret in the form or by Basic', async () => {
    const { token, client, works } = signInDesk();
    const form = { grant_type: 'client_credentials' };
    const basic = { Authorization: `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString('base64')}` };
    const answers = [await token({ ...form, client_id: client.id, client_secret: client.secret }), await token(form, basic)];
    for (const { body } of answers) {
      expect(body).not.toHaveProperty('refresh_token');
      expect(await works(body.access_token)).toBe(true);
    }
    expect((await token({ ...form, client_id: client.id })).body.error).toBe('invalid_client');
    expect((await token({ grant_type: 'nope' })).body).toEqual({
      error: 'unsupported_grant_type',
      error_description: 'grant type not supported',
    });
    expect((await token({ grant_type: 'password', username: 'a', password: 'b' })).body.error).toBe('invalid_grant');
  });
});

describe('JWT bearer', () => {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const certificate = keys.publicKey.export({ type: 'spki', format: 'pem' }).toString();

  async function ask(change: { sub?: string; aud?: string; expires?: string; key?: typeof keys.privateKey; preAuthorized?: boolean }) {
    const { token, client, salesforce, ada } = signInDesk();
    salesforce.control.setClient({ certificate, preAuthorized: change.preAuthorized ?? true });
    const assertion = await new SignJWT({ sub: change.sub ?? ada.username })
      .setProtectedHeader({ alg: 'RS256' })
      .setIssuer(client.id)
      .setAudience(change.aud ?? 'https://login.salesforce.com')
      .setExpirationTime(change.expires ?? '3m')
      .sign(change.key ?? keys.privateKey);
    return token({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion });
  }

  it('gives an access token and no refresh token', async () => {
    const { status, body } = await ask({});
    expect([status, 'refresh_token' in body]).toEqual([200, false]);
    expect((await ask({ aud: 'http://127.0.0.1:4406' })).status).toBe(200);
  });

  it.each([
    [{ aud: 'https://elsewhere' }, 'audience is invalid'],
    [{ expires: '-5m' }, 'expired authorization code'],
    [{ expires: '2h' }, 'invalid assertion'],
    [{ sub: 'nobody@demo.test' }, 'authentication failure'],
    [{ preAuthorized: false }, "user hasn't approved this consumer"],
    [{ key: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey }, 'invalid assertion'],
  ])('is refused: %j', async (change, error_description) => {
    const { status, body } = await ask(change);
    expect([status, body]).toEqual([400, { error: 'invalid_grant', error_description }]);
  });
});

describe('faults at the token endpoint', () => {
  it('are counted, and refuse in OAuth’s own form', async () => {
    const { signIn, refresh, desk, ada } = signInDesk();
    const { refresh_token } = await signIn();
    desk.faults.set([
      { at: 'salesforce.token', nth: 1, do: '401', user: ada.username },
      { at: 'salesforce.token', nth: 2, do: '503' },
    ]);
    const denied = await refresh(refresh_token ?? '');
    expect([denied.status, denied.body]).toEqual([400, { error: 'invalid_grant', error_description: 'expired access/refresh token' }]);
    expect((await refresh(refresh_token ?? '')).status).toBe(503);
    expect((await refresh(refresh_token ?? '')).status).toBe(200);
    expect(desk.faults.counters['salesforce.token']).toBe(4);
  });
});
