import { z } from 'zod';
import { ledgerLine } from '../../model/index.ts';
import { listOf } from '../list.ts';
import type { RouteContract } from '../route.ts';
import { userPath } from './users.ts';

export const openLedgerRoutes = {
  'GET /api/users/{id}/ledger': {
    summary: 'The open ledger: links, versions and decisions of a mailbox, each item one line of a JSON Lines file',
    access: 'ledger.read',
    path: userPath,
    query: z.strictObject({ cursor: z.string().max(4000).optional(), limit: z.coerce.number().int().min(1).max(1000).default(500) }),
    status: 200,
    answer: listOf(ledgerLine),
    problems: ['invalid_cursor'],
  },
  'POST /api/users/{id}/ledger': {
    summary:
      'Takes over lines of an open ledger; each part of a file begins with its `mailbox` line. Asked again, it changes nothing; a pair that stands here already is kept',
    access: 'ledger.write',
    path: userPath,
    body: z.strictObject({ lines: z.array(ledgerLine).min(1).max(1000) }),
    status: 200,
    answer: z.object({
      links: z.int(),
      decisions: z.int(),
      /** Lines that were there already. */
      known: z.int(),
      /** Lines that were not taken: their place in the list, what stands against them, what to do. */
      refused: z.array(z.object({ at: z.int(), what: z.string(), todo: z.string() })),
    }),
    problems: ['request_in_progress'],
  },
} as const satisfies Record<string, RouteContract>;
