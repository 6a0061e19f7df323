import type { ConflictKeep } from '../../../core/model/index.ts';
import type { Acting } from '../record/index.ts';
import type { Store } from '../store.ts';
import { answerConflicts } from './answer-conflicts.ts';
import { type ConflictDbRow, toConflict } from './conflict-rows.ts';

type Wall = readonly string[];

/** `open` waits for a person, and its link still stands; `kept`: decided, with the value that lost. */
export type ConflictFilter = 'open' | 'kept' | 'all';

export interface ConflictQuery {
  userId: string;
  state: ConflictFilter;
  object?: string | undefined;
  field?: string | undefined;
}

const inState = {
  open: "c.state = 'waiting' AND l.state <> 'ended'",
  kept: "c.state IN ('decided', 'answered', 'applying', 'settled')",
  all: 'true',
};

const from = (state: ConflictFilter) => `
  FROM conflict c LEFT JOIN link l ON l.id = c.link_id
 WHERE c.user_id = $1 AND ($2::text IS NULL OR c.object = $2) AND ($3::text IS NULL OR c.field = $3) AND ${inState[state]}`;

const page = (state: ConflictFilter) => `
  SELECT c.* ${from(state)} AND ($5::uuid IS NULL OR (c.opened_at, c.id) < ($4::timestamptz, $5::uuid))
   ORDER BY c.opened_at DESC, c.id DESC LIMIT $6`;

/** The conflict inbox as people see it: service/http's port ConflictDesk. */
export function conflicts(store: Store, ids: { next(): string }) {
  return {
    list: async (
      wall: Wall,
      { userId, state, object, field }: ConflictQuery,
      { before, limit }: { before?: { at: string; id: string } | undefined; limit: number },
    ) => {
      const values = [userId, object ?? null, field ?? null, before?.at ?? null, before?.id ?? null, limit];
      const rows = await store.asCustomers(wall, ({ query }) => query<ConflictDbRow>(page(state), values));
      return rows.map(toConflict);
    },
    get: async (wall: Wall, id: string) => {
      const [row] = await store.asCustomers(wall, ({ query }) => query<ConflictDbRow>('SELECT * FROM conflict WHERE id = $1', [id]));
      return row && toConflict(row);
    },
    /** How many questions an answer to all of this kind would settle. */
    countOpen: async (wall: Wall, { userId, object, field }: Omit<ConflictQuery, 'state'>) => {
      const [row] = await store.asCustomers(wall, ({ query }) =>
        query<{ count: number }>(`SELECT count(*)::int AS count ${from('open')}`, [userId, object ?? null, field ?? null]),
      );
      return row?.count ?? 0;
    },
    answer: (wall: Wall, customerId: string, ask: { userId: string; ids: readonly string[]; keep: ConflictKeep }, act: Acting) =>
      answerConflicts(store, ids, wall, customerId, ask, act),
    /** The questions of one kind, the oldest first: what a rule for all of them answers. */
    openIds: async (wall: Wall, { userId, object, field }: Omit<ConflictQuery, 'state'>) => {
      const rows = await store.asCustomers(wall, ({ query }) =>
        query<{ id: string }>(`SELECT c.id ${from('open')} ORDER BY c.id`, [userId, object ?? null, field ?? null]),
      );
      return rows.map((row) => row.id);
    },
  };
}
