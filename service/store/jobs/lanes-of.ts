import type { Store } from '../store.ts';

export interface PreviewedLane {
  id: string;
  kind: 'mailbox' | 'source';
}

export const lanesIn = `
  SELECT id, CASE kind WHEN 'mailbox' THEN 'mailbox' ELSE 'source' END AS kind FROM "user"
   WHERE organization_id = $1 AND configured_at IS NOT NULL AND (kind = 'mailbox' OR synchronization_enabled)
   ORDER BY kind <> 'mailbox', lower(email), id`;

/**
 * What a preview of an organization goes through: the mailboxes whose initial configuration is done, in the order of their addresses, then the
 * Teams and sites that are switched on.
 */
export const lanesOf = (store: Store, customerId: string, organizationId: string): Promise<PreviewedLane[]> =>
  store.asCustomers([customerId], ({ query }) => query<PreviewedLane>(lanesIn, [organizationId]));
