import type { Answers } from './answer.ts';
import { idOf, type World } from './demo-world.ts';

const source = (number: number, kind: 'team' | 'site', name: string, lane: unknown) => ({
  id: idOf(19, number),
  kind,
  name,
  address: kind === 'team' ? 'sales@acme.example' : 'https://acme.sharepoint.example/sites/fairs',
  seenAt: '2026-11-22T11:00:00.000Z',
  owner: lane === null ? null : { userId: idOf(4, 1), name: 'Dana Ortega', email: 'dana@acme.example' },
  lane,
});

/** A Team that is on, and a site that nobody has taken yet. */
const sources = ({ users }: World) => {
  const [user] = users;
  const lane = user && {
    synchronization: { enabled: true, suspended: null },
    status: user.status,
    lastSuccessAt: user.lastSuccessAt,
    syncAgainAt: null,
    openIssues: 2,
    lastSessionId: null,
  };
  return {
    owner: { userId: idOf(4, 1), name: 'Dana Ortega', email: 'dana@acme.example', signedIn: false },
    items: [source(1, 'team', 'Sales', lane ?? null), source(2, 'site', 'Fairs', null)],
  };
};

/** The page of its lane is a user's page. */
const lanePage = /^GET \/api\/users\/000000019-0000-4000-8000-000000000001$/;

export const sourceAnswers: Answers = [
  [
    lanePage,
    ({ world }) => ({
      status: 200,
      body: {
        ...world.users[0],
        id: idOf(19, 1),
        kind: 'team',
        name: 'Sales',
        mailbox: { address: 'sales@acme.example', access: 'graph-delegated' },
      },
    }),
  ],
  [/^GET \/api\/organizations\/[^/]+\/sources$/, ({ world }) => ({ status: 200, body: sources(world) })],
  [/^POST \/api\/organizations\/[^/]+\/sources\/look$/, ({ world }) => ({ status: 200, body: sources(world) })],
  [
    /^PATCH \/api\/organizations\/[^/]+\/sources\/[^/]+$/,
    () => ({
      status: 409,
      body: { code: 'owner_not_possible', title: 'This user cannot own Teams and sites', status: 409, detail: 'No.' },
    }),
  ],
];
