import { ok } from '../http/answer.ts';
import type { Operation } from '../http/call.ts';
import { refusals } from '../http/refusals.ts';
import { cutPage } from '../odata/cut-page.ts';
import { renderUser } from '../users/render-user.ts';

export const listMembers: Operation = {
  of: 'tenant',
  name: 'graph.groups.members',
  right: 'Group.Read',
  options: ['$top', '$skip', '$count'],
  answer(call) {
    const id = call.params.group ?? '';
    const group = call.store.groups.get(id);
    if (!group) throw refusals.noSuchUser(id);
    const members = group.members.flatMap((member) => call.store.users.get(member) ?? []);
    const page = cutPage(call, members, 100);
    const value = page.rows.map((user) => ({ '@odata.type': '#microsoft.graph.user', ...renderUser(user) }));
    return ok({ '@odata.context': `${call.origin}/v1.0/$metadata#directoryObjects`, ...page.counts, value, ...page.links });
  },
};
