import type { SourceKind } from '../../../core/model/index.ts';
import type { Store } from '../store.ts';

export interface FoundSource {
  kind: SourceKind;
  remoteId: string;
  name: string;
  address: string;
}

const put = `
  INSERT INTO source (id, customer_id, kind, remote_id, name, address, found_at, seen_at)
  SELECT f.id, $1, f.kind, f."remoteId", f.name, f.address, $3, $3
    FROM json_to_recordset($2::json) AS f(id uuid, kind text, "remoteId" text, name text, address text)
  ON CONFLICT (customer_id, kind, remote_id) DO UPDATE SET name = excluded.name, address = excluded.address, seen_at = excluded.seen_at
  RETURNING id, found_at = $3 AS fresh`;

/** What a name or address is by now, its lane shows too. */
const rename = `
  UPDATE "user" u SET display_name = s.name FROM source s
   WHERE s.customer_id = $1 AND u.id = s.id AND u.display_name <> s.name`;

/** Books what a look at the tenant found; answers the ids of what was never seen before. */
export function saveFound(
  store: Store,
  ids: { next(): string },
  customerId: string,
  found: readonly FoundSource[],
  at: string,
): Promise<string[]> {
  return store.asCustomers([customerId], async ({ query, execute }) => {
    const rows = JSON.stringify(found.map((one) => ({ id: ids.next(), ...one })));
    const known = await query<{ id: string; fresh: boolean }>(put, [customerId, rows, at]);
    await execute(rename, [customerId]);
    return known.filter(({ fresh }) => fresh).map(({ id }) => id);
  });
}
