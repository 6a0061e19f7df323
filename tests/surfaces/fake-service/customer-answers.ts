import type { Answers } from './answer.ts';
import { idOf } from './id-of.ts';
import { page, problem } from './reply.ts';

const byState = (more: object) => ({ 'up-to-date': 0, syncing: 0, waiting: 0, 'needs-attention': 0, off: 0, ...more });

/** The customer whose console the demo is. */
export const demoCustomers = () => [
  {
    ...{ id: idOf(2, 1), name: 'Acme GmbH', tenantId: 'acme.example', enabled: true, suspended: null as object | null, partnerId: null },
    ...{
      distributorId: null,
      organizations: 3,
      users: { total: 30, byState: byState({ 'up-to-date': 24, 'needs-attention': 3, off: 3 }) },
    },
  },
];

export const customerAnswers: Answers = [
  [/^GET \/api\/customers$/, ({ world }, { query }) => page(world.customers, query)],
  [
    /^GET \/api\/customers\/([^/]+)$/,
    ({ world }, _ask, [id]) => {
      const body = world.customers.find((one) => one.id === id);
      return body === undefined ? problem(404, 'not_found', 'No customer.') : { status: 200, body };
    },
  ],
];
