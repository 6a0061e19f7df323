import { afterEach, expect, it, vi } from 'vitest';
import { signInMailbox } from './sign-in-mailbox.ts';
import { signInSalesforce } from './sign-in-salesforce.ts';

/** The whole way is walked by every npm start; here: what is sent to each page, and what is said where a page refuses. */
afterEach(() => vi.unstubAllGlobals());
const clock = { now: () => 0 };
const app = { clientId: 'app', clientSecret: 'secret', clock, random: () => 0.5 };
const entra = { ...app, authority: 'http://entra', resource: 'http://graph' };
const oauth = { ...app, loginUrl: 'http://login' };
const pages = (answers: readonly Response[]) => {
  const asked: { url: string; init: RequestInit }[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    asked.push({ url: String(url), init });
    return answers[asked.length - 1] ?? new Response('', { status: 500 });
  });
  return asked;
};

it('fills in the pages of Entra ID as a browser would, with its cookies, and gives up where one refuses', async () => {
  const asked = pages([
    new Response(null, { status: 302, headers: { location: '/login', 'set-cookie': 'session=1; HttpOnly' } }),
    new Response('<form>'),
    new Response('no', { status: 400 }),
  ]);
  await expect(signInMailbox(entra, 'tenant', 'ann@x.example')).rejects.toThrow('Entra ID did not sign ann@x.example in.');
  expect(asked.map(({ url }) => new URL(url).pathname)).toEqual(['/tenant/oauth2/v2.0/authorize', '/login', '/login']);
  expect(asked[2]?.init).toMatchObject({ method: 'POST', headers: { cookie: 'session=1' } });
  expect(String(asked[2]?.init.body)).toBe('account=ann%40x.example&consent=accept');
});

it('says whom Salesforce did not sign in, and with which answer', async () => {
  const asked = pages([new Response('<form>')]);
  await expect(signInSalesforce(oauth, 'ann')).rejects.toThrow('Salesforce did not sign ann in (200).');
  const { searchParams } = new URL(asked[0]?.url ?? '');
  expect([searchParams.get('login_hint'), searchParams.get('code_challenge_method')]).toEqual(['ann', 'S256']);
});
