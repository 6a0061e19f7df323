import type { SpentRow } from '../../store/index.ts';
import type { Act } from './act.ts';
import type { Within } from './directory.ts';

export type { SpentRow };

export interface SalesforceOrgRow {
  id: string;
  customerId: string;
  customerName: string;
  partnerId: string | null;
  distributorId: string | null;
  orgId: string;
  instanceUrl: string;
  mailboxes: number;
  usage: { used: number; max: number; at: string } | null;
  parked: { since: string; until: string; code: string } | null;
  reader: { userId: string; name: string; lastReadAt: string | null } | null;
}

/** `not-here`: no mailbox of this org; `not-connected`, `sees-too-little`: its access does not do. */
export type ReaderRefusal = 'not-here' | 'not-connected' | 'sees-too-little' | 'provider_failed';

/** The Salesforce orgs and who uses their budgets. `wall` as in Directory; times are ISO 8601 in UTC. */
export interface SalesforceDesk {
  orgs(wall: readonly string[], within: Within): Promise<SalesforceOrgRow[]>;
  org(wall: readonly string[], id: string): Promise<SalesforceOrgRow | undefined>;
  /** Asks Salesforce whether this user sees every record before it becomes the reader; null ends it. */
  appointReader(org: SalesforceOrgRow, userId: string | null, act: Act): Promise<{ ok: true } | { ok: false; code: ReaderRefusal }>;
  /** Every mailbox on the org, those that spent nothing included. */
  spent(wall: readonly string[], org: Pick<SalesforceOrgRow, 'customerId' | 'orgId'>, since: string): Promise<SpentRow[]>;
  /** Oldest first. */
  samples(
    wall: readonly string[],
    org: Pick<SalesforceOrgRow, 'customerId' | 'orgId'>,
    since: string,
  ): Promise<{ at: string; used: number; max: number }[]>;
}
