import { ok } from '../http/answer.ts';
import type { Operation } from '../http/call.ts';
import { refusals } from '../http/refusals.ts';
import { readSelect } from '../odata/select.ts';
import { groupProperties, renderGroup } from './render-group.ts';

export const getGroup: Operation = {
  of: 'tenant',
  name: 'graph.groups.get',
  right: 'Group.Read',
  options: ['$select'],
  answer(call) {
    const id = call.params.group ?? '';
    const group = call.store.groups.get(id);
    if (!group) throw refusals.noSuchUser(id);
    const select = readSelect(call.query.get('$select'), 'group', groupProperties);
    const shown = renderGroup(group);
    return ok({ '@odata.context': `${call.origin}/v1.0/$metadata#groups/$entity`, ...(select ? select(shown) : shown) });
  },
};
