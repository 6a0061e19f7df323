import { z } from 'zod';
import { plan } from '../../model/index.ts';
import { listOf, paging } from '../list.ts';
import type { RouteContract } from '../route.ts';

export const planRoutes = {
  'GET /api/plans': {
    summary: 'Plans of the customers whose users I look after, by name',
    access: 'plan.read',
    query: z.strictObject({ ...paging, customerId: z.uuid().optional() }),
    status: 200,
    answer: listOf(plan),
    problems: ['invalid_cursor'],
  },
} as const satisfies Record<string, RouteContract>;
