import type { DecisionLine, LedgerLine, LinkLine } from '../../../core/model/index.ts';
import type { Store } from '../store.ts';
import type { Transaction } from '../transaction.ts';

/** The last line that was given: links by id, then decisions by item. */
export type LedgerPlace = { part: 'link'; id: string } | { part: 'decision'; side: string; object: string; id: string };

export interface PlacedLine {
  line: LedgerLine;
  place: LedgerPlace;
}

const header = `
  SELECT c.tenant_id AS "tenantId", u.mailbox_address AS "mailboxAddress", u.salesforce_org_id AS "salesforceOrgId",
         u.salesforce_user_id AS "salesforceUserId"
    FROM "user" u JOIN customer c ON c.id = u.customer_id WHERE u.id = $1`;

const links = `
  SELECT id, object, outlook_id AS "outlookId", salesforce_id AS "salesforceId", key, state, made_by_us AS "madeByUs",
         base_outlook AS "baseOutlook", base_salesforce AS "baseSalesforce", outlook_version AS "outlookVersion",
         salesforce_version AS "salesforceVersion", redaction, series_id AS "seriesId",
         guests, guests_done AS "guestsDone"
    FROM link WHERE user_id = $1 AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3`;

const decisions = `
  SELECT side, object, remote_id AS id, room, reason, action, inputs, at FROM decision
   WHERE user_id = $1 AND ($2::text IS NULL OR (side, object, remote_id) > ($2, $3, $4)) ORDER BY side, object, remote_id LIMIT $5`;

const first = '00000000-0000-0000-0000-000000000000';

/** The next lines of a mailbox after a place, `limit` at most; the mailbox itself comes first. */
export function exportLines(
  store: Store,
  { customerId, userId }: { customerId: string; userId: string },
  { after, limit, at }: { after: LedgerPlace | undefined; limit: number; at: string },
): Promise<PlacedLine[]> {
  return store.asCustomers([customerId], async (transaction) => {
    const lines: PlacedLine[] = after ? [] : await mailboxLine(transaction, userId, at);
    if (after?.part !== 'decision') lines.push(...(await linkLines(transaction, userId, after?.id, limit - lines.length)));
    if (lines.length < limit) {
      lines.push(...(await decisionLines(transaction, userId, after?.part === 'decision' ? after : null, limit - lines.length)));
    }
    return lines;
  });
}

async function mailboxLine({ query }: Transaction, userId: string, exportedAt: string): Promise<PlacedLine[]> {
  const [row] = await query<{ tenantId: string | null; mailboxAddress: string; salesforceOrgId: string; salesforceUserId: string }>(
    header,
    [userId],
  );
  if (!row) return [];
  return [{ line: { kind: 'mailbox', version: 1, exportedAt, ...row, tenantId: row.tenantId ?? '' }, place: { part: 'link', id: first } }];
}

async function linkLines({ query }: Transaction, userId: string, after: string | undefined, limit: number): Promise<PlacedLine[]> {
  if (limit <= 0) return [];
  const rows = await query<Omit<LinkLine, 'kind'> & { id: string }>(links, [userId, after ?? null, limit]);
  return rows.map(({ id, ...row }) => ({ line: { kind: 'link', ...row }, place: { part: 'link', id } }));
}

async function decisionLines(
  { query }: Transaction,
  userId: string,
  after: Extract<LedgerPlace, { part: 'decision' }> | null,
  limit: number,
): Promise<PlacedLine[]> {
  const place = [after?.side ?? null, after?.object ?? null, after?.id ?? null];
  const rows = await query<Omit<DecisionLine, 'kind' | 'at'> & { at: Date }>(decisions, [userId, ...place, limit]);
  return rows.map((row) => ({
    line: { kind: 'decision', ...row, at: row.at.toISOString() },
    place: { part: 'decision', side: row.side, object: row.object, id: row.id },
  }));
}
