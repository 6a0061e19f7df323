import type { UserSort } from '../../../core/contract/index.ts';
import type { ActivityType, MailboxAccess } from '../../../core/model/index.ts';
import { maySync } from '../../../core/status/index.ts';
import { readCursor, toPage, writeCursor } from '../answers/cursor.ts';
import { presentUser } from '../answers/present-user.ts';
import type { Asked, Handlers } from '../handler.ts';
import type { UserOrder, UserRow } from '../ports/index.ts';
import { HttpProblem } from '../problems/index.ts';
import { reachUser, wallOf, withinFor } from '../reach/index.ts';
import { checkMove } from './check-move.ts';
import { stateContext } from './state-context.ts';

const orderOf = (sort: UserSort): Pick<UserOrder, 'sort' | 'descending'> => ({
  sort: sort.replace('-', '') as UserOrder['sort'],
  descending: sort.startsWith('-'),
});

const checkPlan = async ({ caller, options }: Asked<'PATCH /api/users/{id}'>, row: UserRow, planId: string): Promise<void> => {
  const plan = await options.directory.plan(wallOf(caller), planId);
  if (plan?.customerId === row.customerId) return;
  const errors = [{ where: 'body.planId', what: "Not a plan of this user's customer", todo: 'Choose one of its plans.' }];
  throw new HttpProblem('invalid_input', 'The user cannot have this plan.', { errors });
};

/** As it is now, after a change. */
const again = async ({ caller, options, now }: Pick<Asked<'GET /api/users/{id}'>, 'caller' | 'options' | 'now'>, id: string) => {
  const row = await options.directory.user(wallOf(caller), id);
  if (row === undefined) throw new HttpProblem('not_found');
  return presentUser(row, now);
};

export const userHandlers: Pick<
  Handlers,
  | 'GET /api/users'
  | 'GET /api/users/{id}'
  | 'PATCH /api/users/{id}'
  | 'POST /api/users/{id}/synchronization'
  | 'POST /api/users/{id}/sync'
  | 'POST /api/users/{id}/connectivity/{side}'
  | 'POST /api/users/{id}/connections/{side}'
  | 'POST /api/users/{id}/connections/{side}/finish'
  | 'DELETE /api/users/{id}/connections/{side}'
> = {
  'GET /api/users': async ({ query, caller, options, now }) => {
    const list = `users:${query.sort}`;
    const { q, state, customerId, organizationId, planId } = query;
    const rows = await options.directory.users(
      wallOf(caller),
      { within: withinFor(caller, 'user.read'), query: q, state, customerId, organizationId, planId },
      { ...orderOf(query.sort), after: readCursor(list, query.cursor), limit: query.limit + 1 },
      stateContext(now),
    );
    return toPage(
      rows,
      query.limit,
      (row) => presentUser(row, now),
      (row) => writeCursor(list, row.sortValue, row.id),
    );
  },

  'GET /api/users/{id}': async (asked) => presentUser(await reachUser(asked, asked.path.id, 'user.read'), asked.now),

  'PATCH /api/users/{id}': async (asked) => {
    const { path, body, caller, options } = asked;
    const row = await reachUser(asked, path.id, 'user.update');
    const activities: ActivityType[] = [];
    let mailboxAccess: MailboxAccess | undefined;
    if (body.organizationId !== undefined && body.organizationId !== row.organizationId) {
      // How a mailbox is reached is the organization's matter (E39): the preview warns of it.
      mailboxAccess = (await checkMove(asked, row, body.organizationId)).mailboxAccess;
      activities.push('organization-changed');
    }
    if (body.planId !== undefined && body.planId !== row.planId) {
      await checkPlan(asked, row, body.planId);
      activities.push('plan-assigned');
    }
    const { name, ...rest } = body;
    const free = await options.directory.updateUser(
      wallOf(caller),
      row.id,
      { displayName: name, mailboxAccess, ...rest },
      asked.act(row.customerId, ...activities),
    );
    if (!free) throw new HttpProblem('address_taken', `Another user of this customer has the address ${body.email}.`);
    return again(asked, row.id);
  },

  'POST /api/users/{id}/synchronization': async (asked) => {
    const row = await reachUser(asked, asked.path.id, 'user.switch-synchronization');
    const { enabled } = asked.body;
    // E15: a new user's synchronization stays off until its initial configuration is done.
    if (enabled && row.configuredAt === null)
      throw new HttpProblem('not_connected', 'Mailbox and Salesforce of this user are not both connected yet.');
    const act = asked.act(row.customerId, enabled ? 'synchronization-enabled' : 'synchronization-disabled');
    await asked.options.directory.setSynchronization(wallOf(asked.caller), row.id, enabled, act);
    return again(asked, row.id);
  },

  'POST /api/users/{id}/sync': async (asked) => {
    const row = await reachUser(asked, asked.path.id, 'user.synchronize');
    const gate = maySync({
      ...row,
      user: {
        enabled: row.synchronizationEnabled,
        suspended: row.suspended,
        configured: row.configuredAt !== null,
        awaitsPreview: row.awaitsPreview,
      },
    });
    if (!gate.on)
      throw new HttpProblem('synchronization_off', `Synchronization is off on the level of the ${gate.level} (${gate.reason}).`, {
        reason: gate.reason,
      });
    const forced = await asked.options.engine.force(
      { customerId: row.customerId, userId: row.id },
      asked.act(row.customerId, 'force-sync-requested'),
    );
    if (!forced.accepted) {
      throw new HttpProblem(
        'too_soon',
        'This mailbox was synchronized less than a minute ago. Asking again does not make the wait longer.',
        { retryAt: forced.retryAt },
      );
    }
    return { session: forced.session };
  },

  'POST /api/users/{id}/connectivity/{side}': async (asked) => {
    const row = await reachUser(asked, asked.path.id, 'user.check-connectivity');
    const mailbox = { customerId: row.customerId, userId: row.id };
    return asked.options.engine.checkConnectivity(mailbox, asked.path.side, asked.act(row.customerId, 'connectivity-checked'));
  },

  'POST /api/users/{id}/connections/{side}': async (asked) => {
    const row = await reachUser(asked, asked.path.id, 'user.connect');
    const mailbox = { customerId: row.customerId, userId: row.id };
    const started = await asked.options.connect?.start(mailbox, asked.path.side, asked.body);
    if (!started?.ok) throw new HttpProblem(started?.code ?? 'provider_failed', started?.detail);
    return { url: started.url };
  },

  'POST /api/users/{id}/connections/{side}/finish': async (asked) => {
    const row = await reachUser(asked, asked.path.id, 'user.connect');
    const mailbox = { customerId: row.customerId, userId: row.id };
    const ask = { code: asked.body.code, act: asked.act(row.customerId) };
    const done = await asked.options.connect?.finish(mailbox, asked.path.side, ask);
    if (!done?.ok) throw new HttpProblem(done?.code ?? 'provider_failed');
    return again(asked, row.id);
  },

  'DELETE /api/users/{id}/connections/{side}': async (asked) => {
    const row = await reachUser(asked, asked.path.id, 'user.disconnect');
    const mailbox = { customerId: row.customerId, userId: row.id };
    const done = await asked.options.connect?.disconnect(mailbox, asked.path.side, asked.act(row.customerId, 'synchronization-disabled'));
    if (!done?.ok) throw new HttpProblem(done?.code ?? 'not_connected');
    return { ...(await again(asked, row.id)), revoked: done.revoked };
  },
};
