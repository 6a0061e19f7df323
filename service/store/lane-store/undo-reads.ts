import type { JournalEntry, UndoBooks, UndoOutcome } from '../../../core/sync/index.ts';
import type { Store } from '../store.ts';
import { type IntentRow, type LinkRow, toIntent, toLink } from './rows.ts';
import { withdrawUndo } from './withdraw-undo.ts';

const entry = `
  j.id, j.link_id AS "linkId", j.side, j.object, j.remote_id AS "remoteId", j.operation, j.before, j.after, j.at,
  CASE WHEN jsonb_typeof(i.fields) = 'object' THEN ARRAY(SELECT jsonb_object_keys(i.fields)) END AS written`;

/** A write of an undo belongs to the undo, whichever session sent it; every other write to the session that sent it. */
const inSession = '(CASE WHEN j.undoes IS NULL THEN j.session_id ELSE i.session_id END)';

const ofSession = `
  SELECT ${entry} FROM journal j JOIN intent i ON i.id = j.intent_id
   WHERE j.user_id = $1 AND ${inSession} = $2
     AND (j.session_id = $2 OR j.intent_id IN (SELECT id FROM intent WHERE session_id = $2 AND undoes IS NOT NULL))
   ORDER BY j.at, j.id`;

/** One entry of an item's pair, or everything that the newest session which wrote to that pair did to it; a list of invitees alone counts last. */
const ofItem = `
  WITH pair AS (
    SELECT id FROM link WHERE user_id = $1 AND object = $3 AND CASE $2 WHEN 'outlook' THEN outlook_id ELSE salesforce_id END = $4
     ORDER BY state = 'ended', updated_at DESC LIMIT 1
  ), entries AS (
    SELECT ${entry}, ${inSession} AS session, coalesce(i.fields ? 'invitees', false) AS guests FROM journal j JOIN intent i ON i.id = j.intent_id
     WHERE j.user_id = $1 AND j.link_id IN (SELECT id FROM pair)
  )
  SELECT * FROM entries
   WHERE CASE WHEN $5::uuid IS NULL THEN session = (SELECT session FROM entries ORDER BY guests, at DESC, id DESC LIMIT 1) ELSE id = $5 END
   ORDER BY at, id`;

const withdrawn = "(i.state = 'dropped' AND coalesce(i.error->>'code' = 'withdrawn', false))";

const outcomes = `
  SELECT to_json(i) AS intent, i.state, ${withdrawn} AS withdrawn,
         CASE WHEN ${withdrawn} THEN i.error->>'message' ELSE (SELECT q.reason FROM issue q WHERE q.user_id = $1 AND q.state = 'open'
             AND (q.intent_id = i.id OR (q.reason = 'delete-brake' AND i.operation = 'delete' AND q.side = i.side AND q.object = i.object))
           ORDER BY q.intent_id IS NULL LIMIT 1) END AS reason
    FROM intent i WHERE i.user_id = $1 AND i.session_id = $2 AND i.undoes IS NOT NULL ORDER BY i.id`;

type EntryRow = Omit<JournalEntry, 'at'> & { at: Date };

/** The journal as an undo reads it. */
export function undoReads(store: Store): UndoBooks {
  return {
    journalOf: async (lane, scope) => {
      const rows = await store.asCustomers([lane.customerId], ({ query }) =>
        'sessionId' in scope
          ? query<EntryRow>(ofSession, [lane.userId, scope.sessionId])
          : query<EntryRow>(ofItem, [lane.userId, scope.item.side, scope.item.object, scope.item.remoteId, scope.change ?? null]),
      );
      return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
    },
    linksById: async (lane, ids) => {
      const rows = await store.asCustomers([lane.customerId], ({ query }) =>
        query<LinkRow>('SELECT * FROM link WHERE user_id = $1 AND id = ANY ($2::uuid[])', [lane.userId, ids]),
      );
      return rows.map(toLink);
    },
    outcomes: async (lane) => {
      const rows = await store.asCustomers([lane.customerId], ({ query }) =>
        query<Omit<UndoOutcome, 'intent'> & { intent: IntentRow }>(outcomes, [lane.userId, lane.sessionId]),
      );
      return rows.map(({ intent, ...outcome }) => ({ ...outcome, intent: toIntent(intent) }));
    },
    withdraw: (lane, reason, at) => withdrawUndo(store, lane, reason, at),
  };
}
