import { z } from 'zod';
import { instant, sourceKind, user } from '../../model/index.ts';
import { listOf } from '../list.ts';
import type { RouteContract } from '../route.ts';

const path = z.strictObject({ id: z.uuid() });
const person = z.object({ userId: z.uuid(), name: z.string(), email: z.string() });

/** A Team or site that the tenant offers. What is not taken by an organization yet has neither owner nor lane. */
export const sourceAnswer = z
  .object({
    id: z.uuid(),
    /** `team`: the calendar of its Microsoft 365 group; `site`: its event lists. */
    kind: sourceKind,
    name: z.string(),
    /** The group's address, or the site's web address. */
    address: z.string(),
    /** When a look at the tenant last found it. */
    seenAt: instant,
    /** Whose Microsoft sign-in reads it, and whose Salesforce access writes. */
    owner: person.nullable(),
    /** As a user stands: its sessions, issues, preview and "Why?" are those of /api/users/{id} under the same id. Null before it was ever switched on. */
    lane: user
      .pick({ synchronization: true, status: true, lastSuccessAt: true, syncAgainAt: true, openIssues: true, lastSessionId: true })
      .nullable(),
  })
  .meta({ id: 'Source' });

export const sourcesAnswer = listOf(sourceAnswer).extend({
  /** Who reads and owns where a source names nobody else: the organization's setting `sources.owner`. */
  owner: person.extend({ signedIn: z.boolean() }).nullable(),
});

export const sourceRoutes = {
  'GET /api/organizations/{id}/sources': {
    summary: 'Teams and sites: what this organization has taken, and what is free',
    access: 'organization.read',
    path,
    status: 200,
    answer: sourcesAnswer,
    problems: [],
  },
  'POST /api/organizations/{id}/sources/look': {
    summary: "Look which Teams and sites with event lists there are, with the access of the organization's owner of them",
    access: 'organization.update',
    path,
    status: 200,
    answer: sourcesAnswer,
    problems: ['owner_not_possible', 'provider_failed'],
  },
  'PATCH /api/organizations/{id}/sources/{source}': {
    summary: 'Take a Team or site: switch it on or off, and name whose access reads it and owns its Events',
    access: 'organization.update',
    path: z.strictObject({ id: z.uuid(), source: z.uuid() }),
    body: z
      .strictObject({ enabled: z.boolean().optional(), ownerId: z.uuid().optional() })
      .refine((patch) => Object.keys(patch).length > 0, 'at least one field to change is needed'),
    status: 200,
    answer: sourceAnswer,
    problems: ['owner_not_possible'],
  },
} as const satisfies Record<string, RouteContract>;
