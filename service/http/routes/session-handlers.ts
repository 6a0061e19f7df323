import { readTimeCursor, toPage, writeCursor } from '../answers/cursor.ts';
import { presentIssue } from '../answers/present-issue.ts';
import { presentSession } from '../answers/present-session.ts';
import type { Asked, Handlers } from '../handler.ts';
import type { IssueReply, IssueRow } from '../ports/index.ts';
import { reachIssue, reachSession, reachUser, wallOf, withholdIssues } from '../reach/index.ts';
import { answerOneIssue } from './answer-one-issue.ts';
import { checkRange } from './check-range.ts';

const replyOf = ({ answer, choose }: Asked<'POST /api/issues/{id}/answer'>['body']): IssueReply =>
  choose === undefined ? (answer ?? 'create-new') : { choose };

const showIssue = async (asked: Parameters<typeof withholdIssues>[0], row: IssueRow) => {
  const [shown = row] = await withholdIssues(asked, [row]);
  return presentIssue(shown);
};

/** More issues of one session than this are read by the list of the user. */
const mostIssues = 200;

export const sessionHandlers: Pick<
  Handlers,
  | 'GET /api/users/{id}/sessions'
  | 'GET /api/sessions/{id}'
  | 'GET /api/users/{id}/issues'
  | 'GET /api/issues/{id}'
  | 'POST /api/issues/{id}/answer'
  | 'GET /api/users/{id}/activity'
> = {
  'GET /api/users/{id}/sessions': async (asked) => {
    const user = await reachUser(asked, asked.path.id, 'session.read');
    const { cursor, limit } = asked.query;
    const list = `sessions:${user.id}`;
    const rows = await asked.options.ledger.sessions(wallOf(asked.caller), user.id, {
      before: readTimeCursor(list, cursor),
      limit: limit + 1,
    });
    return toPage(rows, limit, presentSession, (row) => writeCursor(list, row.queuedAt, row.id));
  },

  'GET /api/sessions/{id}': async (asked) => {
    const row = await reachSession(asked, asked.path.id, 'session.read');
    const filter = { userId: row.userId, sessionId: row.id, state: 'all' as const };
    const issues = await asked.options.ledger.issues(wallOf(asked.caller), filter, { limit: mostIssues });
    return { ...presentSession(row), issues: (await withholdIssues(asked, issues)).map(presentIssue) };
  },

  'GET /api/users/{id}/issues': async (asked) => {
    const user = await reachUser(asked, asked.path.id, 'issue.read');
    const { cursor, limit, state } = asked.query;
    const list = `issues:${user.id}:${state}`;
    const rows = await asked.options.ledger.issues(
      wallOf(asked.caller),
      { userId: user.id, state },
      { before: readTimeCursor(list, cursor), limit: limit + 1 },
    );
    return toPage(await withholdIssues(asked, rows), limit, presentIssue, (row) => writeCursor(list, row.lastSeenAt, row.id));
  },

  'GET /api/issues/{id}': async (asked) => showIssue(asked, await reachIssue(asked, asked.path.id, 'issue.read')),

  'POST /api/issues/{id}/answer': async (asked) => {
    const row = await reachIssue(asked, asked.path.id, 'issue.answer');
    await answerOneIssue(asked, row, replyOf(asked.body));
    return showIssue(asked, await reachIssue(asked, row.id, 'issue.read'));
  },

  'GET /api/users/{id}/activity': async (asked) => {
    const user = await reachUser(asked, asked.path.id, 'activity.read');
    const { cursor, limit, from, to } = asked.query;
    checkRange(from, to, asked.now);
    const list = `activity:${user.id}`;
    const rows = await asked.options.ledger.activity(wallOf(asked.caller), user.id, {
      before: readTimeCursor(list, cursor),
      limit: limit + 1,
      from,
      to,
    });
    return toPage(
      rows,
      limit,
      (row) => ({ ...row, detail: { ...row.detail } }),
      (row) => writeCursor(list, row.at, row.id),
    );
  },
};
