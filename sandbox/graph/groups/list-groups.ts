import { ok } from '../http/answer.ts';
import type { Operation } from '../http/call.ts';
import { cutPage } from '../odata/cut-page.ts';
import { readFilter } from '../odata/filter/read-filter.ts';
import { readSelect } from '../odata/select.ts';
import { groupProperties, renderGroup } from './render-group.ts';

/** All groups of the tenant, also those whose calendar the caller may not read. */
export const listGroups: Operation = {
  of: 'tenant',
  name: 'graph.groups.list',
  right: 'Group.Read',
  options: ['$select', '$filter', '$top', '$skip', '$count'],
  answer(call) {
    const select = readSelect(call.query.get('$select'), 'group', groupProperties);
    const matches = readFilter(call.query.get('$filter'), groupProperties);
    const shown = [...call.store.groups.values()].map(renderGroup);
    const found = matches ? shown.filter((group) => matches({ stamps: undefined, shown: () => group })) : shown;
    const page = cutPage(call, found, 100);
    const value = select ? page.rows.map(select) : page.rows;
    return ok({ '@odata.context': `${call.origin}/v1.0/$metadata#groups`, ...page.counts, value, ...page.links });
  },
};
