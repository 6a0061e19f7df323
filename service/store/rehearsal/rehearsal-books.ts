import type { Link, ObjectKind, Observation } from '../../../core/model/index.ts';
import { laneFacts } from '../lane-desk/lane-facts.ts';
import { type LinkRow, type ObservationRow, toLink, toObservation } from '../lane-store/rows.ts';
import type { Store } from '../store.ts';

const users = `
  SELECT id FROM "user" WHERE organization_id = $1 AND kind = 'mailbox' AND salesforce_user_id IS NOT NULL AND configured_at IS NOT NULL ORDER BY id`;

/** What was edited or took place since then, newest first. Both are ISO 8601 in UTC and compare as texts. */
const recent = `
  SELECT side, object, remote_id, version, fields, facts, removed, confirmed, problem FROM observation
   WHERE user_id = $1 AND NOT removed AND (facts->>'modifiedAt' >= $2 OR facts->>'start' >= $2)
   ORDER BY facts->>'modifiedAt' DESC NULLS LAST LIMIT $3`;

const pairs = `
  SELECT * FROM link WHERE user_id = $1 AND object = $2 AND state = 'linked' AND outlook_id IS NOT NULL AND salesforce_id IS NOT NULL
   ORDER BY updated_at DESC, id LIMIT $3`;

/** What a rehearsal looks at: nothing here is written. */
export function rehearsalBooks(store: Store) {
  const read = <T extends object>(customerId: string, sql: string, values: unknown[]) =>
    store.asCustomers([customerId], ({ query }) => query<T>(sql, values));
  return {
    /** Mailboxes of an organization that are connected to Salesforce. */
    connectedUsers: async (customerId: string, organizationId: string): Promise<string[]> =>
      (await read<{ id: string }>(customerId, users, [organizationId])).map(({ id }) => id),
    facts: (customerId: string, userId: string) => store.asCustomers([customerId], (transaction) => laneFacts(transaction, userId)),
    recentItems: async (customerId: string, userId: string, since: string, limit: number): Promise<Observation[]> =>
      (await read<ObservationRow>(customerId, recent, [userId, since, limit])).map(toObservation),
    newestPairs: async (customerId: string, userId: string, object: ObjectKind, limit: number): Promise<Link[]> =>
      (await read<LinkRow>(customerId, pairs, [userId, object, limit])).map(toLink),
  };
}
export type RehearsalBooks = ReturnType<typeof rehearsalBooks>;
