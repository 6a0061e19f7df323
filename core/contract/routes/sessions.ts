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
  'POST /api/issues/{id}/answer': {
    summary: 'Allow or refuse what is held, try again, or leave it be. The next session acts on it',
    access: 'issue.answer',
    path: sessionPath,
    body: z.strictObject({ answer: issueAnswer }),
    status: 200,
    answer: issue,
    problems: ['already_answered', 'answer_not_possible'],
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
