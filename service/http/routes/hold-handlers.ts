import type { z } from 'zod';
import { holdRefusal } from '../../../core/contract/index.ts';
import { type HoldKind, holdKind, type Reason, reasons } from '../../../core/model/index.ts';
import { readTimeCursor, toPage, writeCursor } from '../answers/cursor.ts';
import { answersTo, presentIssue } from '../answers/present-issue.ts';
import type { Asked, Handlers } from '../handler.ts';
import type { IssueRow } from '../ports/index.ts';
import { HttpProblem } from '../problems/index.ts';
import { notFound, reachCustomer, reachIssue, reachOrganization, wallOf, withholdIssues } from '../reach/index.ts';
import { answerOneIssue } from './answer-one-issue.ts';

const answerable = (Object.keys(reasons) as Reason[]).filter((reason) => answersTo({ reason, state: 'open' }).length > 0);

const listHolds = async (
  { query, options, caller }: Pick<Asked<'GET /api/customers/{id}/holds'>, 'query' | 'options' | 'caller'>,
  place: { customerId: string; organizationId: string | null },
) => {
  const { cursor, limit, kind = null } = query;
  const list = `holds:${place.organizationId ?? place.customerId}:${kind}`;
  const page = { reasons: answerable, kind, after: readTimeCursor(list, cursor), limit: limit + 1 };
  const { rows, counts } = await options.ledger.holds(wallOf(caller), place, page);
  const issues = await withholdIssues(
    { caller, options },
    rows.flatMap(({ issue }) => issue ?? []),
  );
  const issueOf = new Map(issues.map((one) => [one.id, presentIssue(one)]));
  return {
    ...toPage(
      rows,
      limit,
      (row) => ({ ...row, issue: (row.issue && issueOf.get(row.issue.id)) ?? null }),
      (row) => writeCursor(list, row.since, row.id),
    ),
    counts: Object.fromEntries(holdKind.options.map((one) => [one, counts[one] ?? 0])) as Record<HoldKind, number>,
  };
};

type Answering = Pick<Asked<'POST /api/customers/{id}/holds/answer'>, 'body' | 'options' | 'caller' | 'act'>;
type Result = { id: string; refused: z.output<typeof holdRefusal> | null; detail: string | null };

/** One after the other, each in a transaction of its own: what one is refused for is its result, and stops no other. */
const answerHolds = async (asked: Answering, isHere: (row: IssueRow) => Promise<boolean>): Promise<{ results: Result[] }> => {
  const results: Result[] = [];
  for (const id of new Set(asked.body.ids)) {
    try {
      const row = await reachIssue(asked, id, 'issue.answer');
      if (!(await isHere(row))) throw notFound('issue');
      await answerOneIssue(asked, row, asked.body.answer);
      results.push({ id, refused: null, detail: null });
    } catch (error) {
      const refused = error instanceof HttpProblem ? holdRefusal.safeParse(error.problem.code) : undefined;
      if (!(error instanceof HttpProblem) || !refused?.success) throw error;
      results.push({ id, refused: refused.data, detail: error.message });
    }
  }
  return { results };
};

export const holdHandlers: Pick<
  Handlers,
  | 'GET /api/organizations/{id}/holds'
  | 'GET /api/customers/{id}/holds'
  | 'POST /api/organizations/{id}/holds/answer'
  | 'POST /api/customers/{id}/holds/answer'
> = {
  'GET /api/organizations/{id}/holds': async (asked) => {
    const { id, customerId } = await reachOrganization(asked, asked.path.id, 'issue.read');
    return listHolds(asked, { customerId, organizationId: id });
  },
  'GET /api/customers/{id}/holds': async (asked) => {
    const { id } = await reachCustomer(asked, asked.path.id, 'issue.read');
    return listHolds(asked, { customerId: id, organizationId: null });
  },
  'POST /api/organizations/{id}/holds/answer': async (asked) => {
    const { id } = await reachOrganization(asked, asked.path.id, 'issue.answer');
    const { directory } = asked.options;
    return answerHolds(asked, async ({ userId }) => (await directory.user(wallOf(asked.caller), userId))?.organizationId === id);
  },
  'POST /api/customers/{id}/holds/answer': async (asked) => {
    const { id } = await reachCustomer(asked, asked.path.id, 'issue.answer');
    return answerHolds(asked, async ({ customerId }) => customerId === id);
  },
};
