import { z } from 'zod';
import { instant } from '../../model/index.ts';
import { listOf } from '../list.ts';
import type { RouteContract } from '../route.ts';

const path = z.strictObject({ id: z.uuid() });

/** A Salesforce org as one customer reaches it. */
export const salesforceOrgAnswer = z
  .object({
    id: z.uuid(),
    customerId: z.uuid(),
    customerName: z.string(),
    /** Salesforce's own id, 18 characters. */
    orgId: z.string(),
    instanceUrl: z.string(),
    mailboxes: z.int(),
    /** Requests of the last 24 hours by everybody who works with the org, as it last told them; null before the first. */
    usage: z.object({ used: z.int(), max: z.int(), at: instant }).nullable(),
    /** Whose access looks what changed, for all mailboxes on the org; null: each looks for itself. */
    reader: z.object({ userId: z.uuid(), name: z.string(), lastReadAt: instant.nullable() }).nullable(),
    /** The org's one issue while its requests are used up: schedules wait, people do not. */
    parked: z.object({ since: instant, until: instant, code: z.string() }).nullable(),
  })
  .meta({ id: 'SalesforceOrg' });

const requests = z.object({
  /** To Salesforce, by schedules and while a person waited. */
  salesforce: z.int(),
  people: z.int(),
  /** To Microsoft Graph. */
  outlook: z.int(),
});

export const salesforceBudget = salesforceOrgAnswer
  .extend({
    at: instant,
    /** Schedules stop here, people there; null before the org told its limit. */
    stops: z.object({ schedules: z.int(), people: z.int() }).nullable(),
    /** Lockstep's own in the last 24 hours, and what all other software used. */
    lockstep: requests,
    others: z.int().nullable(),
    byOrganization: z.array(requests.extend({ organizationId: z.uuid(), name: z.string(), mailboxes: z.int() })),
    /** At most ten, those that used most first. */
    byMailbox: z.array(requests.extend({ userId: z.uuid(), name: z.string(), email: z.string() })),
    /** What one mailbox may use in 24 hours once half of the day's requests are used. */
    fairShare: z.int().nullable(),
    /** Null where too little is known. */
    forecast: z.object({ perHour: z.number(), runsOutAt: instant.nullable() }).nullable(),
    samples: z.array(z.object({ at: instant, used: z.int() })),
  })
  .meta({ id: 'SalesforceBudget' });

export const salesforceOrgRoutes = {
  'GET /api/salesforce-orgs': {
    summary: 'Salesforce orgs of the customers that I may see, with what is used of their daily requests',
    access: 'customer.read',
    status: 200,
    answer: listOf(salesforceOrgAnswer),
    problems: [],
  },
  'PATCH /api/salesforce-orgs/{id}': {
    summary: 'Appoint the reader account: a connected user who may see every record looks what changed, once for all mailboxes',
    access: 'customer.update',
    path,
    body: z.strictObject({ readerUserId: z.uuid().nullable() }),
    status: 200,
    answer: salesforceOrgAnswer,
    problems: ['reader_not_possible', 'provider_failed'],
  },
  'GET /api/salesforce-orgs/{id}/budget': {
    summary: 'Daily requests of one Salesforce org: used, by whom, and when they run out',
    access: 'customer.read',
    path,
    status: 200,
    answer: salesforceBudget,
    problems: [],
  },
} as const satisfies Record<string, RouteContract>;
