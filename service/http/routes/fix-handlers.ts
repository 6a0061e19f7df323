import { type Reason, reasonInfo } from '../../../core/model/index.ts';
import { loadLanguage, writeRequest } from '../../../core/text/index.ts';
import { nameItem } from '../answers/name-item.ts';
import { knownReason } from '../answers/present-session.ts';
import type { Asked, Handlers } from '../handler.ts';
import type { IssueRow } from '../ports/index.ts';
import { reachIssue, reachUser, wallOf, withholdIssues } from '../reach/index.ts';

type About = Asked<'GET /api/issues/{id}/request'> | Asked<'GET /api/issues/{id}/candidates'>;

/** The record that the issue is about, as its own id or by its link. */
const recordOf = async (asked: About, row: IssueRow): Promise<string | null> => {
  if (row.detail.record) return row.detail.record;
  if (row.side === 'salesforce') return row.remoteId;
  if (row.side === null || row.object === null || row.remoteId === null) return null;
  const item = { side: row.side, object: row.object, remoteId: row.remoteId };
  return (await asked.options.ledger.linkOf(wallOf(asked.caller), row.userId, item))?.salesforceId ?? null;
};

export const fixHandlers: Pick<Handlers, 'GET /api/issues/{id}/request' | 'GET /api/issues/{id}/candidates'> = {
  'GET /api/issues/{id}/request': async (asked) => {
    const known = await reachIssue(asked, asked.path.id, 'issue.read');
    const [row = known] = await withholdIssues(asked, [known]);
    const user = await reachUser(asked, row.userId, 'issue.read');
    const [address, record] = await Promise.all([
      asked.options.ledger.salesforceAddress(wallOf(asked.caller), row.userId),
      recordOf(asked, row),
    ]);
    const recordUrl = address !== null && record !== null ? `${address}/${record}` : null;
    const reason: Reason = knownReason(row.reason);
    await loadLanguage(asked.query.locale);
    const request = writeRequest({ reason, detail: row.detail, mailbox: user.mailboxAddress, recordUrl }, asked.query.locale);
    return { who: reasonInfo(reason).who, recordUrl, ...request };
  },

  'GET /api/issues/{id}/candidates': async (asked) => {
    const row = await reachIssue(asked, asked.path.id, 'issue.read');
    const ids = row.detail.candidates ?? [];
    const wall = wallOf(asked.caller);
    const [address, known] = await Promise.all([
      asked.options.ledger.salesforceAddress(wall, row.userId),
      asked.options.ledger.itemsById(wall, row.userId, row.object ?? '', ids),
    ]);
    const items = ids.map((id) => {
      const item = known.find((one) => one.remoteId === id);
      // What the books do not hold was found by asking Salesforce: another owner's record.
      const side = item?.side ?? 'salesforce';
      const url = side === 'salesforce' && address !== null ? `${address}/${id}` : null;
      return { id, ...nameItem(item ?? { fields: null }), side, url, choosable: side !== row.side && item?.linked !== true };
    });
    return { items, nextCursor: null };
  },
};
