import type { Answers } from './answer.ts';
import { idOf } from './demo-world.ts';

const org = (now: number) => ({
  id: idOf(8, 1),
  customerId: idOf(2, 1),
  customerName: 'Acme GmbH',
  orgId: '00D000000000001AAA',
  instanceUrl: 'https://acme.my.salesforce.example',
  mailboxes: 30,
  usage: { used: 61_200, max: 100_000, at: new Date(now - 240_000).toISOString() },
  reader: { userId: idOf(1, 4), name: 'Aylin Demir', lastReadAt: new Date(now - 240_000).toISOString() },
  parked: null,
});

/** One Salesforce org whose day will not suffice. */
export const salesforceAnswers: Answers = [
  [/^GET \/api\/salesforce-orgs$/, ({ now }) => ({ status: 200, body: { items: [org(now())] } })],
  [
    /^GET \/api\/salesforce-orgs\/[^/]+\/budget$/,
    ({ now }) => ({
      status: 200,
      body: {
        ...org(now()),
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
