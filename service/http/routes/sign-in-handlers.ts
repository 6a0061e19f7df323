import type { z } from 'zod';
import type { tokens } from '../../../core/contract/index.ts';
import type { ApiOptions } from '../api-options.ts';
import type { Handlers } from '../handler.ts';
import type { Caller, SignInResult } from '../ports/index.ts';
import { HttpProblem } from '../problems/index.ts';

export const presentAccount = (caller: Caller) => ({
  id: caller.accountId,
  email: caller.email,
  name: caller.name,
  locale: caller.locale,
  grants: caller.grants.map((grant) => ({ role: grant.role, scope: grant.scope })),
});

const presentTokens = async (result: SignInResult, options: ApiOptions): Promise<z.input<typeof tokens>> => {
  if (!result.ok) throw new HttpProblem(result.code, undefined, 'retryAt' in result ? { retryAt: result.retryAt } : {});
  const caller = await options.signIn.caller(result.tokens.accountId);
  if (caller === undefined) throw new HttpProblem('account_disabled');
  const { accessToken, expiresAt, refreshToken, sessionEndsAt } = result.tokens;
  return { accessToken, expiresAt, refreshToken, sessionEndsAt, account: presentAccount(caller) };
};

export const signInHandlers: Pick<
  Handlers,
  | 'POST /api/sign-in/password'
  | 'POST /api/sign-in/refresh'
  | 'POST /api/sign-in/oidc/start'
  | 'POST /api/sign-in/oidc/finish'
  | 'POST /api/sign-out'
> = {
  'POST /api/sign-in/password': async ({ body, options, context }) =>
    presentTokens(await options.signIn.password(body.email, body.password, context.get('client') ?? 'api'), options),

  'POST /api/sign-in/refresh': async ({ body, options }) => presentTokens(await options.signIn.refresh(body.refreshToken), options),

  'POST /api/sign-in/oidc/start': async ({ body, options, context }) => {
    const started = await options.signIn.startOidc({ ...body, surface: context.get('client') ?? 'api' });
    if (!started.ok) throw new HttpProblem(started.code);
    return { url: started.url };
  },

  'POST /api/sign-in/oidc/finish': async ({ body, options }) =>
    presentTokens(await options.signIn.finishOidc(body.code, body.codeVerifier), options),

  'POST /api/sign-out': async ({ caller, options }) => {
    await options.signIn.signOut(caller);
    return undefined;
  },
};
