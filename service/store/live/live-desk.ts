import type { LiveEventKind } from '../../../core/model/index.ts';
import { liveChannel } from '../record/index.ts';
import type { Store } from '../store.ts';

export interface LiveEventRow {
  /** A bigint as text; grows. */
  id: string;
  customerId: string;
  organizationId: string | null;
  userId: string | null;
  kind: LiveEventKind;
  data: Readonly<Record<string, unknown>>;
  at: string;
}

/**
 * Ids are given before the commit, so a smaller one may appear after a greater one was read. Events of transactions that could still be
 * overtaken (not before the oldest running one) are therefore hidden until they cannot; then nothing is ever skipped.
 */
const settled = 'written < pg_snapshot_xmin(pg_current_snapshot())';

const after = `
  SELECT id::text AS id, customer_id AS "customerId", organization_id AS "organizationId", user_id AS "userId", kind, data, at, ${settled} AS settled
    FROM live_event WHERE customer_id = ANY ($1::uuid[]) AND id > $2::bigint ORDER BY id LIMIT $3`;

const last = `SELECT coalesce(max(id), 0)::text AS id FROM live_event WHERE customer_id = ANY ($1::uuid[]) AND ${settled}`;

/** How soon hidden events are looked for again; what hides them lasts as long as a transaction. */
const soon = 50;

/** Live events for open screens: what service/http asks of the store (its port LiveDesk). One LISTEN connection serves all of them. */
export function liveDesk(store: Store) {
  const listeners = new Set<(customerId: string) => void>();
  const asked = new Set<string>();
  const tell = (customerId: string) => {
    for (const heard of listeners) heard(customerId);
  };
  let listening: Promise<() => Promise<void>> | null = null;
  return {
    after: async (wall: readonly string[], id: string, limit: number): Promise<LiveEventRow[]> => {
      for (const customerId of wall) asked.add(customerId);
      const rows = await store.asCustomers(wall, ({ query }) =>
        query<Omit<LiveEventRow, 'at'> & { at: Date; settled: boolean }>(after, [wall, id, limit]),
      );
      const first = rows.findIndex((row) => !row.settled);
      if (first >= 0) setTimeout(() => tell(rows[first]?.customerId ?? ''), soon).unref();
      return rows.slice(0, first < 0 ? rows.length : first).map(({ settled: _, at, ...row }) => ({ ...row, at: at.toISOString() }));
    },
    lastId: async (wall: readonly string[]): Promise<string> => {
      const [row] = await store.asCustomers(wall, ({ query }) => query<{ id: string }>(last, [wall]));
      return row?.id ?? '0';
    },
    listen: (heard: (customerId: string) => void): (() => void) => {
      listeners.add(heard);
      // After a lost connection the payload is '': something may have been said meanwhile, to anybody.
      const tellAll = (): void => asked.forEach(tell);
      listening ??= store
        .listen(liveChannel, (payload) => (payload === '' ? tellAll() : tell(payload)))
        .then((stop) => {
          // What was said before the connection stood, nobody heard.
          tellAll();
          return stop;
        });
      listening.catch(() => {
        listening = null;
      });
      return () => listeners.delete(heard);
    },
    close: async (): Promise<void> => {
      await (await listening?.catch(() => null))?.();
      listening = null;
    },
  };
}
