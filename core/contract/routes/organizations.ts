import { z } from 'zod';
import { customer, givenName, instant, organization, reasonCode, statusState, user } from '../../model/index.ts';
import { listOf, paging } from '../list.ts';
import type { RouteContract } from '../route.ts';

const path = z.strictObject({ id: z.uuid() });
const userCounts = z.object({ total: z.int(), byState: z.record(statusState, z.int()) });

export const organizationAnswer = organization.extend({ customerName: z.string(), users: userCounts });
export const customerAnswer = customer.extend({ organizations: z.int(), users: userCounts });

/** The popup's answer: how many stand how, and who needs somebody. */
export const summary = z.object({
  at: instant,
  users: userCounts,
  /** Causes by how many users they touch, widest first. */
  causes: z.array(z.object({ reason: reasonCode, state: statusState, level: z.string(), users: z.int() })),
  /** At most ten, worst first. */
  attention: z.array(user),
  organizations: z.object({ total: z.int(), off: z.int() }),
});

export const organizationRoutes = {
  'GET /api/organizations': {
    summary: 'Organizations that I may see, with state and counts',
    access: 'organization.read',
    query: z.strictObject({ ...paging, customerId: z.uuid().optional() }),
    status: 200,
    answer: listOf(organizationAnswer),
    problems: ['invalid_cursor'],
  },
  'GET /api/organizations/{id}': {
    summary: 'One organization',
    access: 'organization.read',
    path,
    status: 200,
    answer: organizationAnswer,
    problems: [],
  },
  'PATCH /api/organizations/{id}': {
    summary: 'Rename, or switch on or off: off overrules every user of it',
    access: 'organization.update',
    path,
    body: z
      .strictObject({ name: givenName.optional(), enabled: z.boolean().optional() })
      .refine((patch) => Object.keys(patch).length > 0, 'at least one field to change is needed'),
    status: 200,
    answer: organizationAnswer,
    problems: ['name_taken'],
  },
  'GET /api/customers': {
    summary: 'Customers that I may see',
    access: 'customer.read',
    query: z.strictObject({ ...paging }),
    status: 200,
    answer: listOf(customerAnswer),
    problems: ['invalid_cursor'],
  },
  'GET /api/customers/{id}': { summary: 'One customer', access: 'customer.read', path, status: 200, answer: customerAnswer, problems: [] },
  'GET /api/summary': {
    summary: 'Users by state, causes, and who needs attention',
    access: 'summary.read',
    status: 200,
    answer: summary,
    problems: [],
  },
} as const satisfies Record<string, RouteContract>;
