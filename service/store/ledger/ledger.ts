import type { Side } from '../../../core/model/index.ts';
import { itemBooks } from '../explain/item-books.ts';
import { type ItemAsked, privateItems } from '../explain/private-items.ts';
import type { Acting } from '../record/index.ts';
import type { Store } from '../store.ts';
import { answerIssue, type IssueReply } from './answer-issue.ts';
import { type HoldPage, type HoldPlace, holds } from './holds.ts';
import { type ActivityDbRow, type IssueDbRow, type SessionDbRow, toActivity, toIssue, toSession } from './ledger-rows.ts';
import { sessionLog } from './session-log.ts';

type Wall = readonly string[];
interface Item {
  side: Side;
  object: string;
  remoteId: string;
}

/** Newest first; `before` is the last row of the page before. */
interface TimePage {
  before?: { at: string; id: string } | undefined;
  limit: number;
}

const sessions = `
  SELECT * FROM session WHERE user_id = $1 AND ($3::uuid IS NULL OR (queued_at, id) < ($2::timestamptz, $3::uuid))
   ORDER BY queued_at DESC, id DESC LIMIT $4`;

const issues = `
  SELECT * FROM issue WHERE user_id = $1 AND ($3::uuid IS NULL OR (last_seen_at, id) < ($2::timestamptz, $3::uuid))
     AND ($5::uuid IS NULL OR session_id = $5) AND ($6 = 'all' OR state = $6)
   ORDER BY last_seen_at DESC, id DESC LIMIT $4`;

const activity = `
  SELECT * FROM activity WHERE user_id = $1 AND ($3::uuid IS NULL OR (at, id) < ($2::timestamptz, $3::uuid))
     AND ($5::timestamptz IS NULL OR at >= $5) AND ($6::timestamptz IS NULL OR at < $6)
   ORDER BY at DESC, id DESC LIMIT $4`;

const decision = `
  SELECT room, reason, action, inputs, session_id AS "sessionId", at FROM decision
   WHERE user_id = $1 AND side = $2 AND object = $3 AND remote_id = $4`;

const linkOf = `
  SELECT outlook_id AS "outlookId", salesforce_id AS "salesforceId", state, updated_at AS "updatedAt" FROM link
   WHERE user_id = $1 AND object = $3 AND CASE $2 WHEN 'outlook' THEN outlook_id ELSE salesforce_id END = $4
   ORDER BY state = 'ended', updated_at DESC LIMIT 1`;

const savedBy = `
  SELECT asked_by AS by, asked_at AS at, taken_at AS "takenAt" FROM saved_item WHERE user_id = $1 AND object = $2 AND remote_id = $3`;

/** What happened: what service/http asks of the store (its port Ledger). */
export function ledger(store: Store, ids: { next(): string }) {
  const read = <Row extends object>(wall: Wall, text: string, values: readonly unknown[]) =>
    store.asCustomers(wall, ({ query }) => query<Row>(text, values));
  const pageValues = (userId: string, { before, limit }: TimePage) => [userId, before?.at ?? null, before?.id ?? null, limit];
  return {
    sessions: async (wall: Wall, userId: string, page: TimePage) =>
      (await read<SessionDbRow>(wall, sessions, pageValues(userId, page))).map(toSession),
    session: async (wall: Wall, id: string) => {
      const [row] = await read<SessionDbRow>(wall, 'SELECT * FROM session WHERE id = $1', [id]);
      return row && toSession(row);
    },
    issues: async (
      wall: Wall,
      filter: { userId: string; sessionId?: string | undefined; state: 'open' | 'answered' | 'resolved' | 'all' },
      page: TimePage,
    ) => (await read<IssueDbRow>(wall, issues, [...pageValues(filter.userId, page), filter.sessionId ?? null, filter.state])).map(toIssue),
    issue: async (wall: Wall, id: string) => {
      const [row] = await read<IssueDbRow>(wall, 'SELECT * FROM issue WHERE id = $1', [id]);
      return row && toIssue(row);
    },
    holds: (wall: Wall, place: HoldPlace, page: HoldPage) => holds(store, wall, place, page),
    answerIssue: (wall: Wall, id: string, answer: IssueReply, act: Acting) => answerIssue(store, ids, wall, id, answer, act),
    decision: async (wall: Wall, userId: string, item: Item) => {
      const [row] = await read<{
        room: string;
        reason: string;
        action: string;
        inputs: Readonly<Record<string, unknown>>;
        sessionId: string | null;
        at: Date;
      }>(wall, decision, [userId, item.side, item.object, item.remoteId]);
      return row && { ...row, at: row.at.toISOString() };
    },
    sessionLog: (
      wall: Wall,
      session: { id: string; userId: string },
      page: { after?: { at: string; id: string } | undefined; limit: number },
    ) => sessionLog(store, wall, session, page),
    searchItems: itemBooks(store).search,
    itemsById: itemBooks(store).byId,
    privateItems: (wall: Wall, items: readonly (ItemAsked | null)[]) => privateItems(store, wall, items),
    salesforceAddress: itemBooks(store).salesforceAddress,
    linkOf: async (wall: Wall, userId: string, item: Item) => {
      const [row] = await read<{ outlookId: string | null; salesforceId: string | null; state: string; updatedAt: Date }>(wall, linkOf, [
        userId,
        item.side,
        item.object,
        item.remoteId,
      ]);
      return row && { ...row, updatedAt: row.updatedAt.toISOString() };
    },
    savedBy: async (wall: Wall, userId: string, { object, remoteId }: Item) => {
      const [row] = await read<{ by: string; at: Date; takenAt: Date | null }>(wall, savedBy, [userId, object, remoteId]);
      return row && { by: row.by, at: row.at.toISOString(), takenAt: row.takenAt?.toISOString() ?? null };
    },
    activity: async (wall: Wall, userId: string, page: TimePage & { from?: string | undefined; to?: string | undefined }) =>
      (await read<ActivityDbRow>(wall, activity, [...pageValues(userId, page), page.from ?? null, page.to ?? null])).map(toActivity),
  };
}
