import type { Answers, FakeState, Reply } from './answer.ts';
import { idOf } from './id-of.ts';
import { page, problem } from './reply.ts';

export interface FakeGroup {
  id: string;
  customerId: string;
  name: string;
  memberIds: string[];
}

/** Groups of the demo customer: a small one with three members, and one that takes more than one page. */
export const demoGroups = (): FakeGroup[] => [
  { id: idOf(8, 1), customerId: idOf(2, 1), name: 'Field sales', memberIds: [0, 3, 4].map((at) => idOf(1, at)) },
];

const show = ({ memberIds, ...group }: FakeGroup) => ({ ...group, members: memberIds.length });
const missing = problem(404, 'not_found', 'There is no such thing, or you may not see it.');
const taken = problem(409, 'name_taken', 'There is a group of this name already.');

const withGroup =
  (act: (group: FakeGroup, state: FakeState, body: Record<string, unknown>, ids: string[]) => Reply): Answers[number][1] =>
  (state, { body }, ids) => {
    const group = state.world.groups.find((one) => one.id === ids[0]);
    return group === undefined ? missing : act(group, state, body, ids);
  };
const isTaken = ({ world }: FakeState, name: unknown): boolean => world.groups.some((one) => one.name === name);

/** User groups as the service keeps them. */
export const groupAnswers: Answers = [
  [/^GET \/api\/groups$/, ({ world }, { query }) => page(world.groups.map(show), query)],
  [
    /^POST \/api\/groups$/,
    (state, { body }) => {
      if (isTaken(state, body.name)) return taken;
      const group = {
        id: idOf(8, 100 + state.world.groups.length),
        customerId: String(body.customerId),
        name: String(body.name),
        memberIds: [],
      };
      state.world.groups.push(group);
      return { status: 201, body: show(group) };
    },
  ],
  [/^GET \/api\/groups\/([^/]+)$/, withGroup((group) => ({ status: 200, body: show(group) }))],
  [
    /^PATCH \/api\/groups\/([^/]+)$/,
    withGroup((group, state, body) => {
      if (isTaken(state, body.name)) return taken;
      group.name = String(body.name);
      return { status: 200, body: show(group) };
    }),
  ],
  [
    /^DELETE \/api\/groups\/([^/]+)$/,
    withGroup((group, { world }) => {
      world.groups = world.groups.filter((one) => one !== group);
      return { status: 204 };
    }),
  ],
  [
    /^GET \/api\/groups\/([^/]+)\/members$/,
    (state, { query }, [id]) => {
      const members = state.world.groups.find((one) => one.id === id)?.memberIds ?? [];
      return page(
        state.world.users.filter((user) => members.includes(user.id)).map(({ id: userId, name, email }) => ({ id: userId, name, email })),
        query,
      );
    },
  ],
  [
    /^(?:PUT|DELETE) \/api\/groups\/([^/]+)\/members\/([^/]+)$/,
    (state, { method }, [id, userId = '']) => {
      const group = state.world.groups.find((one) => one.id === id);
      if (group === undefined) return missing;
      group.memberIds = [...group.memberIds.filter((one) => one !== userId), ...(method === 'PUT' ? [userId] : [])];
      return { status: 200, body: show(group) };
    },
  ],
];
