import { z } from 'zod';
import { hold, holdKind } from '../../model/index.ts';
import { listOf, paging } from '../list.ts';
import type { RouteContract } from '../route.ts';

const holds = {
  access: 'issue.read',
  path: z.strictObject({ id: z.uuid() }),
  query: z.strictObject({ ...paging, kind: holdKind.optional() }),
  status: 200,
  /** `counts` are of all that waits, whatever `kind` was asked for. */
  answer: listOf(hold).extend({ counts: z.record(holdKind, z.int()) }),
  problems: ['invalid_cursor'],
} as const satisfies Omit<RouteContract, 'summary'>;

export const holdRoutes = {
  'GET /api/organizations/{id}/holds': { summary: 'What waits for an answer in all mailboxes of an organization, longest first', ...holds },
  'GET /api/customers/{id}/holds': { summary: 'What waits for an answer in all mailboxes of a customer, longest first', ...holds },
} as const satisfies Record<string, RouteContract>;
