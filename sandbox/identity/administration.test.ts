import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applications } from './applications.ts';
import type { Person } from './person.ts';
import { tenant } from './tenant.ts';
import { ada, appOnly, callback, IdentityWorld } from './testing/identity-world.ts';

let world: IdentityWorld;
beforeEach(async () => {
  world = await new IdentityWorld().open();
});
afterEach(() => world.close());

describe('what an administrator does', () => {
  it('revokes sign-ins: access token dead at once, refresh token AADSTS50173', async () => {
    const { body } = await world.redeem(await world.signIn());
    world.identity.administration.revokeSignIn(ada.id);
    expect(await world.identity.authenticate(body.access_token)).toBeUndefined();
    expect((await world.refresh(body.refresh_token)).body.error_codes).toEqual([50173]);
  });

  it('expires access tokens and leaves the refresh token good', async () => {
    const { body } = await world.redeem(await world.signIn());
    world.identity.administration.expireTokens(ada.id, false);
    expect(await world.identity.authenticate(body.access_token)).toBeUndefined();
    const again = await world.refresh(body.refresh_token);
    expect(await world.identity.authenticate(again.body.access_token)).toBeDefined();
  });

  it('withdraws consent: AADSTS65001, until somebody accepts again', async () => {
    const { body } = await world.redeem(await world.signIn());
    world.identity.administration.withdrawConsent(ada.id);
    const refused = await world.refresh(body.refresh_token);
    expect([refused.body.error, refused.body.suberror, refused.body.error_codes]).toEqual(['invalid_grant', 'consent_required', [65001]]);
    const login = await world.browse(world.authorizeUrl());
    const consent = await world.browse(login.url, { account: ada.userPrincipalName }, login.cookies);
    expect(consent.text).toContain('Permissions requested');
    const declined = await world.browse(consent.url, { consent: 'decline' }, new Map(consent.cookies));
    expect(new URL(declined.url).searchParams.get('error')).toBe('access_denied');
  });

  it('accepts again on the consent page', async () => {
    world.identity.administration.withdrawConsent(ada.id);
    const login = await world.browse(world.authorizeUrl());
    const consent = await world.browse(login.url, { account: ada.userPrincipalName }, login.cookies);
    const accepted = await world.browse(consent.url, { consent: 'accept' }, consent.cookies);
    expect(new URL(accepted.url).searchParams.get('code')).toBeTruthy();
  });

  it('consents for everybody at adminconsent', async () => {
    world.identity.administration.withdrawConsent(ada.id);
    const url = `${world.base}/${tenant.id}/adminconsent?client_id=${applications.connector.id}&redirect_uri=${encodeURIComponent(callback)}&state=x`;
    expect((await world.browse(url)).text).toContain('for your organization');
    const back = await world.browse(url, { consent: 'accept' });
    expect(Object.fromEntries(new URL(back.url).searchParams)).toEqual({ admin_consent: 'True', tenant: tenant.id, state: 'x' });
    expect(new URL((await world.browse((await world.browse(world.authorizeUrl())).url)).url).pathname).toContain('/login/');
  });

  it('lets a client secret run out: AADSTS7000222', async () => {
    world.identity.administration.expireSecret(applications.connector.id, true);
    const answer = await world.token(appOnly);
    expect([answer.status, answer.body.error, answer.body.error_codes]).toEqual([401, 'invalid_client', [7000222]]);
  });

  it('switches an account off: AADSTS50057 for its refresh token and on the login page', async () => {
    const { body } = await world.redeem(await world.signIn());
    world.desk.world.table<Person>('people').set(ada.id, { ...ada, accountEnabled: false });
    expect((await world.refresh(body.refresh_token)).body.error_codes).toEqual([50057]);
    const login = await world.browse(world.authorizeUrl());
    expect((await world.browse(login.url, { account: ada.userPrincipalName }, login.cookies)).text).toContain('AADSTS50057');
  });

  it('expires refresh tokens on request: AADSTS700082', async () => {
    const { body } = await world.redeem(await world.signIn());
    world.identity.administration.expireTokens(ada.id, true);
    expect((await world.refresh(body.refresh_token)).body.error_codes).toEqual([700082]);
  });
});
