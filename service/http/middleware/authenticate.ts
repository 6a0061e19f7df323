import type { Context } from 'hono';
import type { Environment } from '../environment.ts';
import type { Caller, SignInDesk } from '../ports/index.ts';
import { HttpProblem } from '../problems/index.ts';

/** The caller behind the bearer token, or the problem that says so. A token in the address is never taken: addresses are logged. */
export const authenticate = async (context: Context<Environment>, signIn: SignInDesk): Promise<Caller> => {
  const header = context.req.header('authorization');
  if (header === undefined) throw new HttpProblem('not_signed_in', 'This needs a token, and the request carries none.');
  const bearer = /^Bearer ([A-Za-z0-9._~+/=-]{1,8192})$/i.exec(header)?.[1];
  const caller = bearer === undefined ? undefined : await signIn.authenticate(bearer);
  if (bearer === undefined || caller === undefined) throw new HttpProblem('not_signed_in', 'The token is not (or no longer) good.');
  context.set('caller', caller);
  context.set('bearer', bearer);
  return caller;
};
