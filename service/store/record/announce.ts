import type { LiveEventKind } from '../../../core/model/index.ts';
import type { Transaction } from '../transaction.ts';

/** The channel on which open screens' desks wait; the payload is the customer's id. */
export const liveChannel = 'lockstep_live';

export interface Announcement {
  kind: LiveEventKind;
  userId?: string | null;
  organizationId?: string | null;
  /** Ids and counts, never content. */
  data?: Readonly<Record<string, unknown>>;
}

/** The transaction's number is taken before the row's: readers hide what is not older than every running transaction (live/live-desk.ts). */
const insert = `
  WITH me AS MATERIALIZED (SELECT pg_current_xact_id() AS written)
  INSERT INTO live_event (customer_id, organization_id, user_id, kind, data, at, written)
  SELECT $1, coalesce($2::uuid, (SELECT organization_id FROM "user" WHERE id = $3::uuid)), $3::uuid, $4, $5, $6, me.written FROM me`;

/** Tells open screens, when (and only if) the transaction commits. */
export async function announce({ execute }: Transaction, customerId: string, events: readonly Announcement[], at: string): Promise<void> {
  for (const { kind, userId = null, organizationId = null, data = {} } of events) {
    await execute(insert, [customerId, organizationId, userId, kind, JSON.stringify(data), at]);
  }
  if (events.length > 0) await execute('SELECT pg_notify($1, $2)', [liveChannel, customerId]);
}
