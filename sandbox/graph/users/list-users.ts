import { ok } from '../http/answer.ts';
import type { Operation } from '../http/call.ts';
import { cutPage, pageOptions } from '../odata/cut-page.ts';
import { readSelect } from '../odata/select.ts';
import { renderUser, renderUserMore, userProperties } from './render-user.ts';

export const listUsers: Operation = {
  of: 'tenant',
  name: 'graph.users.list',
  right: 'User.Read.All',
  options: ['$select', ...pageOptions],
  answer(call) {
    const select = readSelect(call.query.get('$select'), 'user', userProperties);
    const page = cutPage(call, [...call.store.users.values()], 100);
    const value = page.rows.map((user) => (select ? select(renderUserMore(user)) : renderUser(user)));
    return ok({ '@odata.context': `${call.origin}/v1.0/$metadata#users`, ...page.counts, value, ...page.links });
  },
};
