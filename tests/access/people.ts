import type { RoleGrant, Scope } from '../../core/model/index.ts';
import type { Caller, ReachedCustomer } from '../../service/http/index.ts';

/** Two customers side by side, mirrored: what one has, the other has too, under other ids. */
const id = (kind: number, number: number): string =>
  `0190f2a4-0000-7000-8${String(kind).padStart(3, '0')}-${String(number).padStart(12, '0')}`;

export const world = {
  partner: id(1, 1),
  otherPartner: id(1, 2),
  customers: [id(2, 1), id(2, 2)],
  organizations: [id(3, 1), id(3, 2), id(3, 3)],
  plans: [id(4, 1), id(4, 2)],
  groups: [id(9, 1), id(9, 2)],
  /** 1 and 2 in the first organization, 3 in the second (both of customer 1), 4 in customer 2. */
  users: [id(5, 1), id(5, 2), id(5, 3), id(5, 4)],
  sessions: [id(6, 1), id(6, 2), id(6, 3), id(6, 4)],
  salesforceOrgs: [id(11, 1), id(11, 2)],
  issues: [id(7, 1), id(7, 2), id(7, 3), id(7, 4)],
  sources: [id(15, 1), id(15, 2)],
  changes: [id(14, 1), id(14, 2), id(14, 3), id(14, 4)],
  jobs: [id(11, 1), id(11, 2), id(11, 3), id(11, 4)],
  conflicts: [id(12, 1), id(12, 2), id(12, 3), id(12, 4)],
} as const;

/** Whose the fourth user, session, issue is: the other customer's. */
export const customerOf = (number: number) => (number === 4 ? world.customers[1] : world.customers[0]);

const reached: ReachedCustomer[] = [
  { customerId: world.customers[0], partnerId: world.partner, distributorId: null, whole: true },
  { customerId: world.customers[1], partnerId: world.otherPartner, distributorId: null, whole: true },
];

const person = (
  number: number,
  name: string,
  role: RoleGrant['role'],
  level: Scope['level'],
  scopeId: string | null,
  customers: ReachedCustomer[],
): Caller => ({
  accountId: id(8, number),
  email: `${name}@example.com`,
  name,
  locale: null,
  grants: [{ role, scope: { level, id: scopeId } }],
  customers,
  ownCustomers: ['platform', 'partner'].includes(level) ? [] : customers.map((one) => one.customerId),
  sessionId: id(10, number),
  expiresAt: Number.MAX_SAFE_INTEGER,
});

const [first, second] = reached as [ReachedCustomer, ReachedCustomer];
const partly = (one: ReachedCustomer): ReachedCustomer => ({ ...one, whole: false });

/** By bearer token. */
export const people = {
  admin: person(1, 'admin', 'platform-admin', 'platform', null, [first, second]),
  partner: person(2, 'partner', 'partner', 'partner', world.partner, [first]),
  customer1: person(3, 'customer1', 'customer-admin', 'customer', world.customers[0], [first]),
  customer2: person(4, 'customer2', 'customer-admin', 'customer', world.customers[1], [second]),
  organization1: person(5, 'organization1', 'organization-user', 'organization', world.organizations[0], [partly(first)]),
  user1: person(6, 'user1', 'user', 'self', world.users[0], [partly(first)]),
  user4: person(7, 'user4', 'user', 'self', world.users[3], [partly(second)]),
  nobody: { ...person(8, 'nobody', 'user', 'self', null, []), grants: [] },
} satisfies Record<string, Caller>;
export type Who = keyof typeof people;
