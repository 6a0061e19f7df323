import type { Answers } from './answer.ts';
import { idOf } from './id-of.ts';
import { page } from './reply.ts';

const jobId = idOf(9, 30);
type Body = { targets: { level: string; id: string }[]; changes: { key: string; value: unknown }[] };

const names: Record<string, string> = { user: 'Lee Okafor', group: 'Field sales', organization: 'Acme Sales' };
const refusal = {
  where: 'body.changes.0.key',
  what: 'It was set for the customer, which forbids adjusting it',
  todo: 'Ask who set it there.',
};

const results = ({ targets, changes }: Body) =>
  targets.flatMap(({ level, id }) =>
    changes.map(({ key }) => ({
      ...{ key, level, id, name: names[level] ?? '', users: level === 'user' ? 1 : 10, ownValues: level === 'organization' ? 2 : 0 },
      ...(level === 'group' ? { result: 'refused', problem: refusal } : { result: 'made', problem: null }),
      before: { value: true, from: { level: 'default', id: null } },
    })),
  );

/** A push that is tried out, begun as a job, and followed: the group's setting is held by the customer. */
export const pushAnswers: Answers = [
  [/^POST \/api\/settings\/push$/, (_state, { body }) => ({ status: 200, body: { results: results(body as unknown as Body) } })],
  [
    /^POST \/api\/settings\/push\/jobs$/,
    ({ world, now }, { body }) => {
      const at = new Date(now()).toISOString();
      world.pushed.push({
        ...{ id: jobId, kind: 'push-settings', state: 'running', userId: null, organizationId: null, createdAt: at, startedAt: at },
        ...{ finishedAt: null, counts: { made: 2, refused: 1, targets: 2 }, reason: null, message: null, parameters: body },
      });
      return { status: 202, body: world.pushed[0] };
    },
  ],
  [/^GET \/api\/jobs\/00000009-0000-4000-8000-00000000001e$/, ({ world }) => ({ status: 200, body: world.pushed[0] })],
  [
    /^GET \/api\/jobs\/00000009-0000-4000-8000-00000000001e\/rows$/,
    ({ world }, { query }) =>
      page(
        results(world.pushed[0]?.parameters as Body).map((detail, at) => ({
          ...{ position: at + 1, userId: null, object: null, side: null, direction: null, remoteId: null, action: 'update', reason: null },
          ...{ who: null, title: detail.name, outcome: detail.result === 'made' ? 'done' : 'refused', recipients: [], detail },
          fields: [{ field: detail.key, before: true, after: false }],
        })),
        query,
      ),
  ],
];
