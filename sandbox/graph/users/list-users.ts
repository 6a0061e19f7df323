import { ok } from '../http/answer.ts';
import type { Operation } from '../http/call.ts';
import { cutPage, pageOptions } from '../odata/cut-page.ts';
import { readFilter } from '../odata/filter/read-filter.ts';
import { readOrder } from '../odata/read-order.ts';
import { readSelect } from '../odata/select.ts';
import { renderUserMore, userProperties, withoutMore } from './render-user.ts';

export const listUsers: Operation = {
  of: 'tenant',
  name: 'graph.users.list',
  right: 'User.Read.All',
  options: ['$select', '$filter', '$orderby', ...pageOptions],
  answer(call) {
    const select = readSelect(call.query.get('$select'), 'user', userProperties);
    const matches = readFilter(call.query.get('$filter'), userProperties);
    const order = readOrder(call.query.get('$orderby'), userProperties);
    const shown = [...call.store.users.values()].map(renderUserMore);
    const found = matches ? shown.filter((user) => matches({ stamps: undefined, shown: () => user })) : shown;
    const page = cutPage(call, order ? found.sort(order) : found, 100);
    const value = page.rows.map(select ?? withoutMore);
    return ok({ '@odata.context': `${call.origin}/v1.0/$metadata#users`, ...page.counts, value, ...page.links });
  },
};
