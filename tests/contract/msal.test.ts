import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  applications,
  createIdentity,
  demoPassword,
  type IdentityEmulator,
  keepCertificates,
  type Person,
  tenant,
} from '../../sandbox/identity/index.ts';
import { createDesk } from '../../sandbox/world/desk.ts';
import { findFlaws } from '../surfaces/browser/find-flaws.ts';

/**
 * A client that we did not write: msal-browser, in a real browser and in the mode that it uses against Microsoft's own cloud,
 * signs in at the emulator, renews silently and by force, and jose verifies what it got.
 */
const ada: Person = {
  id: '11111111-1111-4111-8111-111111111111',
  userPrincipalName: 'ada@fernwood.example',
  mail: 'ada@fernwood.example',
  displayName: 'Ada Birch',
  accountEnabled: true,
};
const scope = 'api://lockstep/access';
const folder = mkdtempSync(join(tmpdir(), 'msal-'));
const servers: Server[] = [];
let identity: IdentityEmulator;
let authority: string;
let http: string;
let app: string;
let browser: Browser;

/** The address of Debian's or anybody's Chromium; Playwright's own where neither is on the PATH. */
const executablePath = process.env.PATH?.split(':')
  .map((path) => join(path, 'chromium'))
  .find((path) => existsSync(path));

async function listen(server: Server): Promise<number> {
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return (server.address() as AddressInfo).port;
}

beforeAll(async () => {
  const certificates = await keepCertificates(join(folder, 'ca'));
  if (!certificates) throw new Error('this test needs the openssl command');
  const desk = createDesk();
  desk.world.table<Person>('people').set(ada.id, ada);
  identity = createIdentity({ desk, people: desk.world.table<Person>('people'), issuer: () => authority.replace(`/${tenant.id}`, '') });
  const { key, cert } = certificates;
  authority = `https://127.0.0.1:${await listen(createTlsServer({ key, cert }, identity.handler))}/${tenant.id}`;
  http = `http://127.0.0.1:${await listen(createServer(identity.handler))}`;

  const library = dirname(createRequire(import.meta.url).resolve('@azure/msal-browser'));
  const script = readFileSync(join(library, 'msal-browser.min.js'));
  const page = createServer((request, response) => {
    const isScript = request.url === '/msal.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? script : '<!doctype html><title>app</title><link rel="icon" href="data:,"><script src="/msal.js"></script>');
  });
  app = `http://127.0.0.1:${await listen(page)}/`;
  browser = await chromium.launch({
    executablePath,
    args: '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(
      ' ',
    ),
  });
});
afterAll(async () => {
  await browser?.close();
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  accessToken: string;
  idToken: string;
  fromCache: boolean;
  username: string;
  scopes: string[];
}

/** Runs msal-browser in the page: `use` gets the client, after it looked whether a redirect came back. */
function withClient(page: Page, use: string): Promise<Answer | null> {
  return page.evaluate(
    async ({ clientId, authority, scope, use }) => {
      // biome-ignore lint/suspicious/noExplicitAny: the library's global
      const { PublicClientApplication, CacheLookupPolicy } = (globalThis as any).msal;
      const client = new PublicClientApplication({
        auth: { clientId, authority, knownAuthorities: [new URL(authority).host], redirectUri: location.origin + location.pathname },
        cache: { cacheLocation: 'sessionStorage' },
      });
      await client.initialize();
      const returned = await client.handleRedirectPromise();
      const account = returned?.account ?? client.getAllAccounts()[0];
      if (use === 'login') return client.loginRedirect({ scopes: [scope], loginHint: 'ada@fernwood.example' });
      const answer =
        use === 'returned'
          ? returned
          : await client.acquireTokenSilent({
              account,
              scopes: [scope],
              ...(use === 'force' ? { cacheLookupPolicy: CacheLookupPolicy.RefreshToken } : {}),
            });
      const { accessToken, idToken, fromCache, scopes } = answer;
      return { accessToken, idToken, fromCache, scopes, username: answer.account.username };
    },
    { clientId: applications.surfaces.id, authority, scope, use },
  );
}

describe('msal-browser against the identity emulator', { timeout: 120_000 }, () => {
  it('signs in by code and PKCE, renews from the cache and by the refresh token, and is told when sign-in was revoked', async () => {
    const context = await browser.newContext({ ignoreHTTPSErrors: true });
    const page = await context.newPage();
    const hosts = new Set<string>();
    page.on('request', (request) => hosts.add(new URL(request.url()).hostname));
    await page.goto(app);
    await Promise.all([page.waitForURL(/\/login\//), withClient(page, 'login').catch(() => null)]);
    expect(await page.getByLabel('E-mail address').inputValue()).toBe(ada.userPrincipalName);
    expect(await findFlaws(page)).toEqual([]);
    await page.getByLabel('Password').fill('wrong');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('alert').getByText('AADSTS50126').waitFor();
    await page.getByLabel('Password').fill(demoPassword);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL((url) => url.href.startsWith(app));

    const first = await withClient(page, 'returned');
    expect(first).toMatchObject({ username: ada.userPrincipalName, scopes: expect.arrayContaining([scope]) });
    const cached = await withClient(page, 'silent');
    expect(cached).toMatchObject({ fromCache: true, accessToken: first?.accessToken });
    const forced = await withClient(page, 'force');
    expect(forced?.fromCache).toBe(false);
    expect(forced?.accessToken).not.toBe(first?.accessToken);
    expect((await withClient(page, 'force'))?.fromCache).toBe(false);

    await checkTokens(forced as Answer);
    expect([...hosts].filter((host) => host !== '127.0.0.1')).toEqual([]);

    identity.administration.revokeSignIn(ada.id);
    await expect(withClient(page, 'force')).rejects.toThrow(/50173|login_required|interaction_required|invalid_grant/);
    await context.close();
  });
});

/** As the service does: keys over plain HTTP on loopback, the issuer that the metadata names. */
async function checkTokens({ accessToken, idToken }: Answer): Promise<void> {
  const metadata = await (await fetch(`${http}/organizations/v2.0/.well-known/openid-configuration`)).json();
  expect(metadata.issuer).toContain('{tenantid}');
  const keys = createRemoteJWKSet(new URL(metadata.jwks_uri));
  const issuer = metadata.issuer.replace('{tenantid}', tenant.id);
  const access = await jwtVerify(accessToken, keys, { issuer, audience: 'api://lockstep', algorithms: ['RS256'] });
  expect(access.payload).toMatchObject({ tid: tenant.id, oid: ada.id, scp: 'access', preferred_username: ada.userPrincipalName });
  const id = await jwtVerify(idToken, keys, { issuer, audience: applications.surfaces.id });
  expect(id.payload).toMatchObject({ tid: tenant.id, oid: ada.id, preferred_username: ada.userPrincipalName, name: ada.displayName });
}
