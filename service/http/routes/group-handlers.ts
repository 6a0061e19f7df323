import type { Action } from '../../../core/access/index.ts';
import { toPage, writeCursor } from '../answers/cursor.ts';
import type { Asked, Handlers } from '../handler.ts';
import type { GroupRow } from '../ports/index.ts';
import { HttpProblem } from '../problems/index.ts';
import { notFound, reachCustomer, wallOf, withinFor } from '../reach/index.ts';
import { nameCursor } from './name-cursor.ts';

type One = Pick<Asked<'GET /api/groups/{id}'>, 'caller' | 'options'>;

/** A group stands where its customer stands. */
const reachGroup = async (asked: One, id: string, action: Action): Promise<GroupRow> => {
  const group = await asked.options.groups.group(wallOf(asked.caller), id);
  if (group === undefined) throw notFound('group');
  await reachCustomer(asked, group.customerId, action);
  return group;
};

const taken = (name: string): HttpProblem => new HttpProblem('name_taken', `There is a group "${name}" already.`);

/** What a group sets counts for its members' mailboxes; a Team or a site has its organization's settings. */
const noMember = (): HttpProblem => {
  const what = 'The calendar of a Team or a site, not a mailbox';
  const todo = 'Choose a user; what holds for Teams and sites is set for their organization.';
  return new HttpProblem('invalid_input', 'A group has users as its members.', { errors: [{ where: 'path.userId', what, todo }] });
};

const setMember = async (
  asked: Asked<'PUT /api/groups/{id}/members/{userId}' | 'DELETE /api/groups/{id}/members/{userId}'>,
  member: boolean,
) => {
  const { caller, options, path } = asked;
  const group = await reachGroup(asked, path.id, 'group.update');
  const user = await options.directory.user(wallOf(caller), path.userId);
  if (user === undefined || user.customerId !== group.customerId) throw notFound('user');
  if (member && user.kind !== 'mailbox') throw noMember();
  await options.groups.setMember(wallOf(caller), group.id, user.id, member, asked.act(group.customerId, 'settings-changed'));
  return reachGroup(asked, group.id, 'group.update');
};

export const groupHandlers: Pick<
  Handlers,
  | 'GET /api/groups'
  | 'POST /api/groups'
  | 'GET /api/groups/{id}'
  | 'PATCH /api/groups/{id}'
  | 'DELETE /api/groups/{id}'
  | 'GET /api/groups/{id}/members'
  | 'PUT /api/groups/{id}/members/{userId}'
  | 'DELETE /api/groups/{id}/members/{userId}'
> = {
  'GET /api/groups': async ({ query, caller, options }) => {
    const { customerIds } = withinFor(caller, 'group.read');
    const asked = query.customerId === undefined ? customerIds : customerIds.filter((id) => id === query.customerId);
    const page = { customerIds: asked, after: nameCursor('groups', query.cursor), limit: query.limit + 1 };
    const rows = await options.groups.list(wallOf(caller), page);
    return toPage(
      rows,
      query.limit,
      (row) => row,
      (row) => writeCursor('groups', row.name, row.id),
    );
  },

  'POST /api/groups': async (asked) => {
    const { customerId, name } = asked.body;
    await reachCustomer(asked, customerId, 'group.update');
    const id = await asked.options.groups.create(customerId, name, asked.act(customerId, 'settings-changed'));
    if (id === null) throw taken(name);
    return reachGroup(asked, id, 'group.update');
  },

  'GET /api/groups/{id}': (asked) => reachGroup(asked, asked.path.id, 'group.read'),

  'PATCH /api/groups/{id}': async (asked) => {
    const group = await reachGroup(asked, asked.path.id, 'group.update');
    const { name } = asked.body;
    const act = asked.act(group.customerId, 'settings-changed');
    if (!(await asked.options.groups.rename(wallOf(asked.caller), group.id, name, act))) throw taken(name);
    return reachGroup(asked, group.id, 'group.update');
  },

  'DELETE /api/groups/{id}': async (asked) => {
    const group = await reachGroup(asked, asked.path.id, 'group.update');
    await asked.options.groups.remove(wallOf(asked.caller), group.id, asked.act(group.customerId, 'settings-changed'));
    return undefined;
  },

  'GET /api/groups/{id}/members': async (asked) => {
    const { query, path, caller, options } = asked;
    await reachGroup(asked, path.id, 'group.read');
    const list = `group-members:${path.id}`;
    const page = { after: nameCursor(list, query.cursor), limit: query.limit + 1 };
    const rows = await options.groups.members(wallOf(caller), path.id, page);
    return toPage(
      rows,
      query.limit,
      (row) => row,
      (row) => writeCursor(list, row.name, row.id),
    );
  },

  'PUT /api/groups/{id}/members/{userId}': (asked) => setMember(asked, true),
  'DELETE /api/groups/{id}/members/{userId}': (asked) => setMember(asked, false),
};
