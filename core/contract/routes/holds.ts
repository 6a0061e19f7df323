import { z } from 'zod';
import { hold, holdKind, issueAnswer } from '../../model/index.ts';
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

/** Why one of several was not answered; the same codes as where it is answered alone. */
export const holdRefusal = z.enum(['not_found', 'not_allowed', 'already_answered', 'answer_not_possible', 'invitations_not_allowed']);

const answerHolds = {
  access: 'issue.answer',
  path: z.strictObject({ id: z.uuid() }),
  body: z.strictObject({
    /** Issues that wait there; each is answered by itself, whatever becomes of the others. */
    ids: z.array(z.uuid()).min(1).max(100),
    answer: issueAnswer,
  }),
  status: 200,
  /** In the order of `ids`, each once; `refused` null: it was answered. */
  answer: z.object({ results: z.array(z.object({ id: z.uuid(), refused: holdRefusal.nullable(), detail: z.string().nullable() })) }),
  problems: [],
} as const satisfies Omit<RouteContract, 'summary'>;

export const holdRoutes = {
  'GET /api/organizations/{id}/holds': { summary: 'What waits for an answer in all mailboxes of an organization, longest first', ...holds },
  'GET /api/customers/{id}/holds': { summary: 'What waits for an answer in all mailboxes of a customer, longest first', ...holds },
  'POST /api/organizations/{id}/holds/answer': {
    summary: 'One answer to several issues that wait in the mailboxes of an organization, with a result for each',
    ...answerHolds,
  },
  'POST /api/customers/{id}/holds/answer': {
    summary: 'One answer to several issues that wait in the mailboxes of a customer, with a result for each',
    ...answerHolds,
  },
} as const satisfies Record<string, RouteContract>;
