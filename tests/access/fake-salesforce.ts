import type { SalesforceDesk, SalesforceOrgRow } from '../../service/http/index.ts';
import { world } from './people.ts';

const at = '2026-11-22T12:00:00.000Z';

const orgRow = (number: 0 | 1): SalesforceOrgRow => ({
  id: world.salesforceOrgs[number],
  customerId: world.customers[number],
  customerName: number === 0 ? 'Alder' : 'Birch',
  partnerId: number === 0 ? world.partner : world.otherPartner,
  distributorId: null,
  orgId: '00D000000000001AAA',
  instanceUrl: `https://${number === 0 ? 'alder' : 'birch'}.my.salesforce.com`,
  mailboxes: number === 0 ? 3 : 1,
  usage: { used: 600, max: 1000, at },
  parked: null,
  reader: null,
});

/** Two customers on one and the same Salesforce org, each behind its own wall. */
export const createFakeSalesforce = (changes: string[]): SalesforceDesk => {
  const rows = [orgRow(0), orgRow(1)];
  return {
    orgs: async (wall, within) => rows.filter((row) => wall.includes(row.customerId) && within.customerIds.includes(row.customerId)),
    org: async (wall, id) => rows.find((row) => row.id === id && wall.includes(row.customerId)),
    async appointReader(org, userId) {
      changes.push(`appointReader ${org.id}`);
      return userId === world.users[1] ? { ok: false, code: 'sees-too-little' } : { ok: true };
    },
    spent: async (wall, { customerId }) =>
      wall.includes(customerId)
        ? [
            {
              userId: world.users[customerId === world.customers[0] ? 0 : 3],
              kind: 'mailbox',
              name: 'Person',
              email: customerId === world.customers[0] ? 'person1@alder.example' : 'person4@birch.example',
              organizationId: world.organizations[customerId === world.customers[0] ? 0 : 2],
              organizationName: 'North',
              salesforce: 120,
              people: 5,
              outlook: 300,
            },
          ]
        : [],
    samples: async () => [
      { at: '2026-11-22T10:00:00.000Z', used: 400, max: 1000 },
      { at: '2026-11-22T11:00:00.000Z', used: 500, max: 1000 },
      { at, used: 600, max: 1000 },
    ],
  };
};
