import type { Ids, RedactBooks } from '../../../core/sync/index.ts';
import type { Store } from '../store.ts';
import { decidedRedactions } from './decided-redactions.ts';
import { inLane } from './in-lane.ts';
import { noteIssues } from './notes.ts';
import { ownExposed } from './own-exposed.ts';

const renew = `
  UPDATE intent i SET expected_version = r.version FROM observation r
   WHERE i.user_id = $1 AND i.link_id = ANY ($2::uuid[]) AND i.side = 'salesforce' AND i.operation = 'delete' AND i.state IN ('held', 'failed')
     AND r.user_id = $1 AND r.side = i.side AND r.object = i.object AND r.remote_id = i.remote_id AND r.planned`;

/** What ended stays parted from its record and is not looked at again, unless its item is public: it may become private once more. */
const settle = `
  UPDATE link l SET redaction = NULL, updated_at = $3, redacted_at = CASE WHEN l.state = 'ended' AND NOT EXISTS (
           SELECT 1 FROM observation o
            WHERE o.user_id = $1 AND o.side = 'outlook' AND o.object = 'event' AND o.remote_id = l.outlook_id AND NOT o.removed
              AND o.facts->>'private' IS DISTINCT FROM 'true') THEN $3::timestamptz END
   WHERE l.user_id = $1 AND l.id = ANY ($2::uuid[])`;

const resolve = `
  UPDATE issue SET state = 'resolved', resolved_at = $3
   WHERE user_id = $1 AND reason = 'redaction-refused' AND state <> 'resolved'
     AND (NOT (remote_id = ANY ($2::text[])) OR (state = 'answered' AND answer IS DISTINCT FROM 'ignore'))`;

const left = `
  SELECT remote_id FROM issue WHERE user_id = $1 AND reason = 'redaction-refused' AND state = 'answered' AND answer = 'ignore'`;

/** What of this mailbox's own records may say words of something that is private now, and what has come of it. */
export function redactBooks(store: Store, ids: Ids): RedactBooks {
  return {
    ownExposed: (lane) => ownExposed(store, lane),
    renewDeletes: async (lane, linkIds) => {
      await inLane(store, lane, ({ execute }) => execute(renew, [lane.userId, linkIds]));
    },
    decidedRedactions: (lane) => decidedRedactions(store, lane),
    saveRedactions: (lane, { over, issues }, at) =>
      inLane(store, lane, async (transaction) => {
        if (over.length > 0) await transaction.execute(settle, [lane.userId, over, at]);
        if (!issues) return;
        await transaction.execute(resolve, [lane.userId, issues.map((issue) => issue.remoteId), at]);
        // What a person chose to leave be is tried again all the same, and not asked about.
        const ignored = new Set((await transaction.query<{ remote_id: string }>(left, [lane.userId])).map((row) => row.remote_id));
        await noteIssues(
          transaction,
          lane,
          ids,
          issues.filter((issue) => !ignored.has(issue.remoteId ?? '')),
          at,
        );
      }),
  };
}
