import { mayAnywhere } from '../../../core/access/index.ts';
import { presentUser } from '../answers/present-user.ts';
import type { Handlers } from '../handler.ts';
import { wallOf } from '../reach/index.ts';
import { presentAccount } from './sign-in-handlers.ts';

/** More own mailboxes than this nobody looks at in one view. */
const mostMailboxes = 20;

export const meHandlers: Pick<Handlers, 'GET /api/me' | 'GET /api/health'> = {
  'GET /api/health': async ({ options, now }) => ({
    version: options.version,
    minClient: options.minClient,
    features: [...options.features],
    mode: options.mode,
    now: new Date(now).toISOString(),
  }),

  'GET /api/me': async ({ caller, options, now }) => {
    const own = caller.grants.flatMap(({ role, scope }) => (role === 'user' && scope.level === 'self' && scope.id ? [scope.id] : []));
    const shown = own.slice(0, mostMailboxes);
    const [rows, sourceSignIns] = await Promise.all([
      Promise.all(shown.map((id) => options.directory.user(wallOf(caller), id))),
      shown.length > 0 ? options.sources.waitingFor(wallOf(caller), shown) : [],
    ]);
    return {
      account: presentAccount(caller),
      may: mayAnywhere(caller.grants),
      mailboxes: rows.flatMap((row) => (row ? [presentUser(row, now)] : [])),
      sourceSignIns,
    };
  },
};
