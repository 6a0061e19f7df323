import type { DecisionLine, LedgerLine, LinkLine } from '../../../core/model/index.ts';
import { type Acting, recordAct } from '../record/index.ts';
import type { Store } from '../store.ts';
import type { Transaction } from '../transaction.ts';
import { sortLinks } from './sort-links.ts';

export interface LedgerImport {
  lines: readonly LedgerLine[];
  /** Real time: a lease beyond it means that a sync is running. */
  wall: string;
  act: Acting;
}

export interface ImportResult {
  links: number;
  decisions: number;
  known: number;
  refused: { at: number; what: string; todo: string }[];
}

const lock = 'SELECT lease_until > $2 AS held FROM lane WHERE user_id = $1 FOR UPDATE';
const target = `
  SELECT c.tenant_id AS "tenantId", lower(u.mailbox_address) AS address, u.salesforce_org_id AS "orgId"
    FROM "user" u JOIN customer c ON c.id = u.customer_id WHERE u.id = $1`;
const standing = `
  SELECT object, outlook_id AS "outlookId", salesforce_id AS "salesforceId", state FROM link
   WHERE user_id = $1 AND (outlook_id = ANY ($2::text[]) OR salesforce_id = ANY ($3::text[]))`;

const putLinks = `
  INSERT INTO link (id, customer_id, user_id, object, outlook_id, salesforce_id, key, base_outlook, base_salesforce, outlook_version,
                    salesforce_version, state, made_by_us, writes, redaction, series_id, guests, guests_done,
                    created_at, updated_at)
  SELECT l.id, $1, $2, l.object, l."outlookId", l."salesforceId", l.key, l."baseOutlook", l."baseSalesforce", l."outlookVersion",
         l."salesforceVersion", l.state, l."madeByUs", '[]', nullif(l.redaction, 'null'::jsonb), l."seriesId",
         nullif(l.guests, 'null'::jsonb), nullif(l."guestsDone", 'null'::jsonb), $4, $4
    FROM json_to_recordset($3::json) AS l(id uuid, object text, "outlookId" text, "salesforceId" text, key text, "baseOutlook" jsonb,
      "baseSalesforce" jsonb, "outlookVersion" text, "salesforceVersion" text, state text, "madeByUs" text, redaction jsonb, "seriesId" text,
      guests jsonb, "guestsDone" jsonb)`;

/** A decision that was made here since is the newer one. */
const putDecisions = `
  INSERT INTO decision (customer_id, user_id, session_id, side, object, remote_id, room, reason, action, inputs, at)
  SELECT $1, $2, $4, d.side, d.object, d.id, d.room, d.reason, d.action, d.inputs, d.at
    FROM json_to_recordset($3::json) AS d(side text, object text, id text, room text, reason text, action text, inputs jsonb, at timestamptz)
  ON CONFLICT (user_id, side, object, remote_id) DO NOTHING RETURNING remote_id`;

/**
 * Takes lines over in one transaction, while no sync has the mailbox. Null: one has. What stands here already stays: a pair is never tied
 * anew, and asked twice the same lines change nothing.
 */
export function importLines(
  store: Store,
  ids: { next(): string },
  mailbox: { customerId: string; userId: string },
  { lines, wall, act }: LedgerImport,
): Promise<ImportResult | null> {
  const { customerId, userId } = mailbox;
  return store.asCustomers([customerId], async (transaction) => {
    const [lane] = await transaction.query<{ held: boolean | null }>(lock, [userId, wall]);
    if (lane?.held) return null;
    const result: ImportResult = { links: 0, decisions: 0, known: 0, refused: await wrongMailbox(transaction, userId, lines) };
    if (result.refused.length === 0) {
      await takeLinks(transaction, ids, mailbox, lines, act.at, result);
      await takeDecisions(transaction, ids, mailbox, lines, result);
    }
    const { links, decisions, known, refused } = result;
    await recordAct(store, ids, transaction, act, {
      customerId,
      userId,
      action: 'import ledger',
      targetKind: 'user',
      targetId: userId,
      before: null,
      after: { links, decisions, known, refused: refused.length },
      announcements: [],
    });
    return result;
  });
}

async function wrongMailbox({ query }: Transaction, userId: string, lines: readonly LedgerLine[]): Promise<ImportResult['refused']> {
  // A file is sent in parts, and each part says whose it is: a part that came after a refused one would go in unlooked at.
  if (lines[0]?.kind !== 'mailbox')
    return [{ at: 0, what: 'The first line does not say whose ledger this is', todo: "Begin each part with the file's `mailbox` line." }];
  const [here] = await query<{ tenantId: string | null; address: string; orgId: string | null }>(target, [userId]);
  return lines.flatMap((line, at) => {
    if (line.kind !== 'mailbox') return [];
    if (line.tenantId !== (here?.tenantId ?? '') || line.mailboxAddress.toLowerCase() !== here?.address)
      return [
        { at, what: `This ledger is of ${line.mailboxAddress}, not of this mailbox`, todo: 'Send it to the user with that mailbox.' },
      ];
    if (line.salesforceOrgId !== null && line.salesforceOrgId !== here.orgId)
      return [{ at, what: `This ledger is of the Salesforce org ${line.salesforceOrgId}`, todo: 'Connect the user to that org first.' }];
    return [];
  });
}

async function takeLinks(
  transaction: Transaction,
  ids: { next(): string },
  { customerId, userId }: { customerId: string; userId: string },
  lines: readonly LedgerLine[],
  at: string,
  result: ImportResult,
): Promise<void> {
  const given = lines.flatMap((line, place) => (line.kind === 'link' ? [{ line, place }] : []));
  if (given.length === 0) return;
  const idsOf = (name: 'outlookId' | 'salesforceId') => given.flatMap(({ line }) => line[name] ?? []);
  const known = await transaction.query<Pick<LinkLine, 'object' | 'outlookId' | 'salesforceId' | 'state'>>(standing, [
    userId,
    idsOf('outlookId'),
    idsOf('salesforceId'),
  ]);
  const sorted = sortLinks(given, known);
  result.known += sorted.known;
  result.refused.push(...sorted.refused);
  result.links += sorted.fresh.length;
  if (sorted.fresh.length === 0) return;
  const rows = sorted.fresh.map((line) => ({ id: ids.next(), ...line }));
  await transaction.execute(putLinks, [customerId, userId, JSON.stringify(rows), at]);
}

async function takeDecisions(
  { query }: Transaction,
  ids: { next(): string },
  { customerId, userId }: { customerId: string; userId: string },
  lines: readonly LedgerLine[],
  result: ImportResult,
): Promise<void> {
  const given = lines.filter((line): line is DecisionLine => line.kind === 'decision');
  // The newest of an item that is named twice.
  const rows = [...new Map(given.map((line) => [`${line.side} ${line.object} ${line.id}`, line])).values()];
  if (rows.length === 0) return;
  const taken = await query(putDecisions, [customerId, userId, JSON.stringify(rows), ids.next()]);
  result.decisions += taken.length;
  result.known += given.length - taken.length;
}
