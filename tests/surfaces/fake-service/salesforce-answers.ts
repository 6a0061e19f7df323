import type { Answers } from './answer.ts';
import { idOf, type World } from './demo-world.ts';

const org = (now: number, world: World) => ({
  id: idOf(8, 1),
  customerId: idOf(2, 1),
  customerName: 'Acme GmbH',
  orgId: '00D000000000001AAA',
  instanceUrl: 'https://acme.my.salesforce.example',
  mailboxes: 30,
  usage: { used: 61_200, max: 100_000, at: new Date(now - 240_000).toISOString() },
  reader: world.reader && { ...world.reader, lastReadAt: new Date(now - 240_000).toISOString() },
  parked: null,
});

/** One Salesforce org whose day will not suffice. */
export const salesforceAnswers: Answers = [
  [/^GET \/api\/salesforce-orgs$/, ({ now, world }) => ({ status: 200, body: { items: [org(now(), world)] } })],
  [
    /^PATCH \/api\/salesforce-orgs\/[^/]+$/,
    ({ now, world }, { body }) => {
      const { readerUserId } = body;
      const user = world.users.find(({ id }) => id === readerUserId);
      if (user?.status.state === 'needs-attention')
        return {
          status: 409,
          body: { code: 'reader_not_possible', title: 'This user cannot be the reader account', status: 409, detail: 'Sees too little.' },
        };
      world.reader = user ? { userId: user.id, name: user.name } : null;
      return { status: 200, body: org(now(), world) };
    },
  ],
  [
    /^GET \/api\/salesforce-orgs\/[^/]+\/budget$/,
    ({ now, world }) => ({
      status: 200,
      body: {
        ...org(now(), world),
        at: new Date(now()).toISOString(),
        stops: { schedules: 80_000, people: 95_000 },
        lockstep: { salesforce: 8_300, people: 120, outlook: 14_900 },
        others: 52_780,
        byOrganization: [
          { organizationId: idOf(3, 0), name: 'Acme Sales', mailboxes: 20, salesforce: 6_100, people: 100, outlook: 11_000 },
          { organizationId: idOf(3, 1), name: 'Acme Service', mailboxes: 10, salesforce: 2_200, people: 20, outlook: 3_900 },
        ],
        byMailbox: [],
        fairShare: 907,
        forecast: { perHour: 6_300, runsOutAt: new Date(now() + 3 * 3_600_000).toISOString() },
        samples: [],
      },
    }),
  ],
];
