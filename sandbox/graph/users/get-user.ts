import { ok } from '../http/answer.ts';
import type { Operation } from '../http/call.ts';
import { checkPermission } from '../http/check-rights.ts';
import { refusals } from '../http/refusals.ts';
import { readSelect } from '../odata/select.ts';
import { renderUser, renderUserMore, userProperties } from './render-user.ts';

/** By id or user principal name. A person without User.Read.All sees only the own entry. */
export const getUser: Operation = {
  of: 'tenant',
  name: 'graph.users.get',
  right: 'User.Read',
  options: ['$select'],
  answer(call) {
    const name = call.params.user ?? '';
    const user = call.store.findUser(name);
    if (!user) throw refusals.noSuchUser(name);
    if (call.caller.kind === 'application' || call.caller.userId !== user.id) checkPermission(call.caller, 'User.Read.All');
    const select = readSelect(call.query.get('$select'), 'user', userProperties);
    const shown = select ? select(renderUserMore(user)) : renderUser(user);
    return ok({ '@odata.context': `${call.origin}/v1.0/$metadata#users/$entity`, ...shown });
  },
};
