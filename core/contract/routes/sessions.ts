import { z } from 'zod';
import { activity, instant, issue, issueAnswer, session } from '../../model/index.ts';
import { listOf, paging } from '../list.ts';
import type { RouteContract } from '../route.ts';
import { userPath } from './users.ts';

const sessionPath = z.strictObject({ id: z.uuid() });

export const sessionRoutes = {
  'GET /api/users/{id}/sessions': {
    summary: "A user's sessions, newest first",
    access: 'session.read',
    path: userPath,
    query: z.strictObject({ ...paging }),
    status: 200,
    answer: listOf(session),
    problems: ['invalid_cursor'],
  },
  'GET /api/sessions/{id}': {
    summary: 'One session with its counts, requests and issues',
    access: 'session.read',
    path: sessionPath,
    status: 200,
    answer: session.extend({ issues: z.array(issue) }),
    problems: [],
  },
  'GET /api/users/{id}/issues': {
    summary: "A user's issues, newest first; by default the open ones",
    access: 'issue.read',
    path: userPath,
    query: z.strictObject({ ...paging, state: z.enum(['open', 'answered', 'resolved', 'all']).default('open') }),
    status: 200,
    answer: listOf(issue),
    problems: ['invalid_cursor'],
  },
  'GET /api/issues/{id}': { summary: 'One issue', access: 'issue.read', path: sessionPath, status: 200, answer: issue, problems: [] },
  'GET /api/issues/{id}/request': {
    summary: 'The message to whoever can mend it: what, the exact answer, field, record, and what is asked for',
    access: 'issue.read',
    path: sessionPath,
    query: z.strictObject({ locale: z.enum(['en', 'de']).default('en') }),
    status: 200,
    answer: z.object({
      who: z.enum(['user', 'admin', 'provider', 'us']),
      subject: z.string(),
      text: z.string(),
      recordUrl: z.url().nullable(),
    }),
    problems: [],
  },
  'GET /api/issues/{id}/candidates': {
    summary: 'The records and items that could be the same thing, to choose among',
    access: 'issue.read',
    path: sessionPath,
    status: 200,
    answer: listOf(
      z.object({
        id: z.string(),
        /** Null for one that Lockstep does not keep: another owner's record. */
        title: z.string().nullable(),
        hint: z.string().nullable(),
        side: z.enum(['outlook', 'salesforce']),
        /** Where it opens in Salesforce. */
        url: z.url().nullable(),
        /** False for a double on the item's own side, and for one that is connected already. */
        choosable: z.boolean(),
      }),
    ),
    problems: [],
  },
  'POST /api/issues/{id}/answer': {
    summary: 'Allow or refuse what is held, try again, or leave it be. The next session acts on it',
    access: 'issue.answer',
    path: sessionPath,
    body: z
      .strictObject({
        answer: issueAnswer.optional(),
        /** Of several candidates: the id of the one that is the same thing. */
        choose: z.string().min(1).max(1000).optional(),
        /** Of several candidates: none; a record of its own is made. */
        createNew: z.literal(true).optional(),
      })
      .refine(
        (body) => [body.answer, body.choose, body.createNew].filter((part) => part !== undefined).length === 1,
        'exactly one of answer, choose and createNew is needed',
      ),
    status: 200,
    answer: issue,
    problems: ['already_answered', 'answer_not_possible', 'invitations_not_allowed'],
  },
  'GET /api/users/{id}/activity': {
    summary: 'What was done to this user and by whom, newest first',
    access: 'activity.read',
    path: userPath,
    query: z.strictObject({ ...paging, from: instant.optional(), to: instant.optional() }),
    status: 200,
    answer: listOf(activity),
    problems: ['invalid_cursor'],
  },
} as const satisfies Record<string, RouteContract>;
