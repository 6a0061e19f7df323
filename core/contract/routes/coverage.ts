import { z } from 'zod';
import { instant } from '../../model/index.ts';
import { listOf } from '../list.ts';
import type { RouteContract } from '../route.ts';

const path = z.strictObject({ id: z.uuid() });
const query = z.strictObject({ weeks: z.coerce.number().int().min(1).max(26).default(4) });
const share = z.object({ total: z.int(), reached: z.int() });
const shares = { week: z.iso.date(), meetings: share, mails: share, private: z.int() };

export const coverageRoutes = {
  'GET /api/users/{id}/coverage': {
    summary: 'Meetings and mails with people from outside that reached Salesforce, by week, and the gaps by name',
    access: 'decision.read',
    path,
    query,
    status: 200,
    answer: listOf(
      z.object({
        ...shares,
        gaps: z.array(
          z.object({
            object: z.enum(['event', 'email']),
            id: z.string(),
            title: z.string().nullable(),
            at: instant,
            people: z.array(z.string()),
            reason: z.string().nullable(),
          }),
        ),
        more: z.int(),
      }),
    ),
    problems: [],
  },
  'GET /api/organizations/{id}/coverage': {
    summary: 'The same for every user of an organization, by user and week, without the names of items',
    access: 'organization.read',
    path,
    query,
    status: 200,
    answer: listOf(z.object({ userId: z.uuid(), email: z.string(), ...shares })),
    problems: [],
  },
} as const satisfies Record<string, RouteContract>;
