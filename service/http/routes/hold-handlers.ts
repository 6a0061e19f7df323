import { type HoldKind, holdKind, type Reason, reasons } from '../../../core/model/index.ts';
import { readTimeCursor, toPage, writeCursor } from '../answers/cursor.ts';
import { answersTo, presentIssue } from '../answers/present-issue.ts';
import type { Asked, Handlers } from '../handler.ts';
import { reachCustomer, reachOrganization, wallOf } from '../reach/index.ts';

const answerable = (Object.keys(reasons) as Reason[]).filter((reason) => answersTo({ reason, state: 'open' }).length > 0);

const listHolds = async (
  { query, options, caller }: Pick<Asked<'GET /api/customers/{id}/holds'>, 'query' | 'options' | 'caller'>,
  place: { customerId: string; organizationId: string | null },
) => {
  const { cursor, limit, kind = null } = query;
  const list = `holds:${place.organizationId ?? place.customerId}:${kind}`;
  const page = { reasons: answerable, kind, after: readTimeCursor(list, cursor), limit: limit + 1 };
  const { rows, counts } = await options.ledger.holds(wallOf(caller), place, page);
  return {
    ...toPage(
      rows,
      limit,
      (row) => ({ ...row, issue: row.issue && presentIssue(row.issue) }),
      (row) => writeCursor(list, row.since, row.id),
    ),
    counts: Object.fromEntries(holdKind.options.map((one) => [one, counts[one] ?? 0])) as Record<HoldKind, number>,
  };
};

export const holdHandlers: Pick<Handlers, 'GET /api/organizations/{id}/holds' | 'GET /api/customers/{id}/holds'> = {
  'GET /api/organizations/{id}/holds': async (asked) => {
    const { id, customerId } = await reachOrganization(asked, asked.path.id, 'issue.read');
    return listHolds(asked, { customerId, organizationId: id });
  },
  'GET /api/customers/{id}/holds': async (asked) => {
    const { id } = await reachCustomer(asked, asked.path.id, 'issue.read');
    return listHolds(asked, { customerId: id, organizationId: null });
  },
};
