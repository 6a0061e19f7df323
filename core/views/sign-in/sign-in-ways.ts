import { ApiProblem } from '../../contract/client/index.ts';
import type { Host } from '../../host/index.ts';
import { keepNestedAccount, type Service } from '../connect/index.ts';

/** How a sign-in ended: in, or closed by the person. Everything else is thrown as ApiProblem. */
export type SignInResult = 'signed-in' | 'cancelled';

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

export const signInWithPassword = async ({ open, signIn }: Service, email: string, password: string): Promise<SignInResult> => {
  await signIn.keep(await open.call('POST /api/sign-in/password', { body: { email, password } }));
  return 'signed-in';
};

/** By the service's own OIDC flow with PKCE: the service talks to Microsoft, we only see its one-time code. */
const signInByWindow = async (host: Host, { open, signIn }: Service): Promise<SignInResult> => {
  if (host.webSignIn === null) return 'cancelled';
  const codeVerifier = base64url(host.randomBytes(32));
  const state = base64url(host.randomBytes(16));
  const { url } = await open.call('POST /api/sign-in/oidc/start', {
    body: { returnTo: host.webSignIn.returnTo, state, codeChallenge: base64url(await host.sha256(codeVerifier)) },
  });
  const back = await host.webSignIn.run(url);
  if (back === undefined) return 'cancelled';
  const answer = new URL(back).searchParams;
  // A code that comes with another state was not asked for by us (RFC 6749, 10.12).
  if (answer.get('state') !== state) return 'cancelled';
  const problem = answer.get('error');
  if (problem !== null) {
    if (problem === 'access_denied') return 'cancelled';
    throw new ApiProblem('sign_in_failed', 401, answer.get('error_description') ?? problem, null);
  }
  await signIn.keep(await open.call('POST /api/sign-in/oidc/finish', { body: { code: answer.get('code') ?? '', codeVerifier } }));
  return 'signed-in';
};

/** With Outlook's own account where it offers that, else by a window. */
export const signInWithMicrosoft = async (host: Host, service: Service): Promise<SignInResult> => {
  const token = await host.nestedSignIn?.token('with-window');
  if (token === undefined) return signInByWindow(host, service);
  await keepNestedAccount(service);
  return 'signed-in';
};
