import type { SourceDesk } from '../../service/http/index.ts';
import type { SourceRow } from '../../service/store/index.ts';
import { world } from './people.ts';

/** One Team for each of the two customers, free to be taken, and the first user as the one who may own it. */
export const createFakeSources = (changes: string[]): SourceDesk => {
  const row = (number: 0 | 1): SourceRow => ({
    id: world.sources[number],
    customerId: world.customers[number],
    kind: 'team',
    remoteId: `group-${number}`,
    name: 'Sales',
    address: number === 0 ? 'sales@alder.example' : 'sales@birch.example',
    organizationId: null,
    owner: null,
    seenAt: '2026-11-22T11:00:00.000Z',
    hasLane: false,
  });
  const rows = [row(0), row(1)];
  const of = (customerId: string) => rows.filter((one) => one.customerId === customerId);
  const owners: string[] = [world.users[0], world.users[3]];
  return {
    list: async ({ customerId }) => of(customerId),
    one: async ({ customerId }, id) => of(customerId).find((one) => one.id === id),
    owner: async ({ customerId }) => ({
      userId: customerId === world.customers[0] ? world.users[0] : world.users[3],
      name: 'Person',
      email: customerId === world.customers[0] ? 'person1@alder.example' : 'person4@birch.example',
      signedIn: true,
    }),
    look: async ({ organizationId }) => {
      changes.push(`look ${organizationId}`);
      return { ok: true };
    },
    mayOwn: async (_place, userId) => (owners.includes(userId) ? null : 'not-signed-in'),
    waitingFor: async () => [],
    assign: async ({ organizationId }, id, ownerId) => {
      const known = rows.find((one) => one.id === id);
      if (known) Object.assign(known, { organizationId, owner: { userId: ownerId, name: 'Person', email: 'person1@alder.example' } });
      changes.push(`assign ${id} ${ownerId}`);
    },
  };
};
