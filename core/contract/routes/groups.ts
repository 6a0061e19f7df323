import { z } from 'zod';
import { givenName } from '../../model/index.ts';
import { listOf, paging } from '../list.ts';
import type { RouteContract } from '../route.ts';

const path = z.strictObject({ id: z.uuid() });
const memberPath = z.strictObject({ id: z.uuid(), userId: z.uuid() });

/** Users of one customer for whom settings are made together. */
export const groupAnswer = z.object({ id: z.uuid(), customerId: z.uuid(), name: z.string(), members: z.int() });

export const groupRoutes = {
  'GET /api/groups': {
    summary: 'User groups that I may see',
    access: 'group.read',
    query: z.strictObject({ ...paging, customerId: z.uuid().optional() }),
    status: 200,
    answer: listOf(groupAnswer),
    problems: ['invalid_cursor'],
  },
  'POST /api/groups': {
    summary: 'Make a user group',
    access: 'group.update',
    body: z.strictObject({ customerId: z.uuid(), name: givenName }),
    status: 201,
    answer: groupAnswer,
    problems: ['name_taken'],
  },
  'GET /api/groups/{id}': { summary: 'One user group', access: 'group.read', path, status: 200, answer: groupAnswer, problems: [] },
  'PATCH /api/groups/{id}': {
    summary: 'Rename a user group',
    access: 'group.update',
    path,
    body: z.strictObject({ name: givenName }),
    status: 200,
    answer: groupAnswer,
    problems: ['name_taken'],
  },
  'DELETE /api/groups/{id}': {
    summary: 'Delete a user group with the settings made for it; its users stay',
    access: 'group.update',
    path,
    status: 204,
    answer: null,
    problems: [],
  },
  'GET /api/groups/{id}/members': {
    summary: 'Users in a group, by name',
    access: 'group.read',
    path,
    query: z.strictObject(paging),
    status: 200,
    answer: listOf(z.object({ id: z.uuid(), name: z.string(), email: z.string() })),
    problems: ['invalid_cursor'],
  },
  'PUT /api/groups/{id}/members/{userId}': {
    summary: 'Put a user into a group; twice changes nothing',
    access: 'group.update',
    path: memberPath,
    status: 200,
    answer: groupAnswer,
    problems: [],
  },
  'DELETE /api/groups/{id}/members/{userId}': {
    summary: 'Take a user out of a group',
    access: 'group.update',
    path: memberPath,
    status: 200,
    answer: groupAnswer,
    problems: [],
  },
} as const satisfies Record<string, RouteContract>;
