import type { Within } from './directory.ts';

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
}

/** Requests of the last 24 hours. */
export interface SpentRow {
  userId: string;
  name: string;
  email: string;
  organizationId: string;
  organizationName: string;
  salesforce: number;
  people: number;
  outlook: number;
}

/** The Salesforce orgs and who uses their budgets. `wall` as in Directory; times are ISO 8601 in UTC. */
export interface SalesforceDesk {
  orgs(wall: readonly string[], within: Within): Promise<SalesforceOrgRow[]>;
  org(wall: readonly string[], id: string): Promise<SalesforceOrgRow | undefined>;
  /** Every mailbox on the org, those that spent nothing included. */
  spent(wall: readonly string[], org: Pick<SalesforceOrgRow, 'customerId' | 'orgId'>, since: string): Promise<SpentRow[]>;
  /** Oldest first. */
  samples(
    wall: readonly string[],
    org: Pick<SalesforceOrgRow, 'customerId' | 'orgId'>,
    since: string,
  ): Promise<{ at: string; used: number; max: number }[]>;
}
