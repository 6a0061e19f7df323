import { z } from 'zod';
import { connectionSide, connectivityReport, connectivitySide, givenName, session, statusState, user } from '../../model/index.ts';
import { listOf, paging } from '../list.ts';
import type { RouteContract } from '../route.ts';

export const userPath = z.strictObject({ id: z.uuid() });

/** `attention` puts first who needs somebody. A leading minus turns the order round. */
export const userSort = z.enum([
  'attention',
  'name',
  '-name',
  'email',
  '-email',
  'organization',
  '-organization',
  'lastSuccess',
  '-lastSuccess',
]);
export type UserSort = z.infer<typeof userSort>;

export const userQuery = z.strictObject({
  ...paging,
  /** Part of a name or address. */
  q: z.string().trim().min(1).max(200).optional(),
  state: statusState.optional(),
  customerId: z.uuid().optional(),
  organizationId: z.uuid().optional(),
  planId: z.uuid().optional(),
  sort: userSort.default('name'),
});

export const userPatch = z
  .strictObject({
    name: givenName.optional(),
    email: z.email().max(320).optional(),
    organizationId: z.uuid().optional(),
    planId: z.uuid().optional(),
  })
  .refine((patch) => Object.keys(patch).length > 0, 'at least one field to change is needed');

export const userRoutes = {
  'GET /api/users': {
    summary: 'Users (mailboxes) that I may see',
    access: 'user.read',
    query: userQuery,
    status: 200,
    answer: listOf(user),
    problems: ['invalid_cursor'],
  },
  'GET /api/users/{id}': { summary: 'One user', access: 'user.read', path: userPath, status: 200, answer: user, problems: [] },
  'PATCH /api/users/{id}': {
    summary: 'Change name, address, organization or plan',
    access: 'user.update',
    path: userPath,
    body: userPatch,
    status: 200,
    answer: user,
    problems: ['address_taken'],
  },
  'POST /api/users/{id}/synchronization': {
    summary: 'Enable or disable synchronization; enabling also ends a suspension by errors',
    access: 'user.switch-synchronization',
    path: userPath,
    body: z.strictObject({ enabled: z.boolean() }),
    status: 200,
    answer: user,
    problems: ['not_connected'],
  },
  'POST /api/users/{id}/sync': {
    summary: 'Synchronize now. Joins a session that waits or runs; refused sooner than 60 s after the last accepted one',
    access: 'user.synchronize',
    path: userPath,
    status: 202,
    answer: z.object({ session: session.pick({ id: true, state: true }) }),
    problems: ['too_soon', 'synchronization_off'],
  },
  'POST /api/users/{id}/connectivity/{side}': {
    summary: "Check the way to the mailbox or to Salesforce with this user's own access",
    access: 'user.check-connectivity',
    path: z.strictObject({ id: z.uuid(), side: connectivitySide }),
    status: 200,
    answer: connectivityReport,
    problems: [],
  },
  'POST /api/users/{id}/connections/{side}': {
    summary:
      'Where to send the person to sign in for the own mailbox or Salesforce; they come back to returnTo?side=&userId=&code= or &error=',
    access: 'user.connect',
    path: z.strictObject({ id: z.uuid(), side: connectionSide }),
    body: z.strictObject({ returnTo: z.url().max(500) }),
    status: 200,
    answer: z.object({ url: z.url() }),
    problems: ['return_address_not_allowed', 'connection_not_needed', 'connection_not_possible', 'provider_failed'],
  },
  'POST /api/users/{id}/connections/{side}/finish': {
    summary: 'The code of the return address: connects what the person signed in for',
    access: 'user.connect',
    path: z.strictObject({ id: z.uuid(), side: connectionSide }),
    body: z.strictObject({ code: z.string().min(1).max(500) }),
    status: 200,
    answer: user,
    problems: ['sign_in_failed', 'other_person', 'salesforce_user_taken', 'provider_failed'],
  },
  'DELETE /api/users/{id}/connections/{side}': {
    summary:
      'Delete the sign-in that is stored for this user (E38). Synchronization is off until the person has signed in again and it is switched on; an administrator may do it for ordinary users. `revoked`: whether it was ended at the provider, too; null where the provider has no way to',
    access: 'user.disconnect',
    path: z.strictObject({ id: z.uuid(), side: connectionSide }),
    status: 200,
    answer: user.extend({ revoked: z.boolean().nullable() }),
    problems: ['not_connected', 'connection_not_needed', 'not_an_ordinary_user'],
  },
} as const satisfies Record<string, RouteContract>;
