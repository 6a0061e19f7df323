import { createMiddleware } from 'hono/factory';
import type { Environment } from '../environment.ts';
import { HttpProblem } from '../problems/index.ts';

const form = /^([a-z][a-z0-9-]{0,30})\/(\d{1,5})\.(\d{1,5})\.(\d{1,5})$/;

const numbers = (version: string): number[] => version.split('.').map(Number);

/** True where `version` is older than `oldest`; both "1.2.3". */
export const isOlder = (version: string, oldest: string): boolean => {
  const [left, right] = [numbers(version), numbers(oldest)];
  const differing = right.findIndex((part, index) => part !== left[index]);
  return differing >= 0 && (left[differing] ?? 0) < (right[differing] ?? 0);
};

/** `Lockstep-Client: surface/1.2.3`. Without it (curl) a request is taken; with an old one it is answered 426. */
export const checkClient = (minClient: string) =>
  createMiddleware<Environment>(async (context, next) => {
    const client = context.req.header('lockstep-client');
    if (client === undefined || context.req.path === '/api/health') return next();
    const match = form.exec(client);
    if (!match) {
      const errors = [{ where: 'header.Lockstep-Client', what: 'Not surface/version', todo: 'Send for example "sidepanel/0.1.0".' }];
      throw new HttpProblem('invalid_input', 'The header Lockstep-Client cannot be read.', { errors });
    }
    context.set('client', client);
    const version = match.slice(2).join('.');
    if (isOlder(version, minClient))
      throw new HttpProblem('client_too_old', `Version ${version} is too old for this service.`, { minClient });
    return next();
  });
