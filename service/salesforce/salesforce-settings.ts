import type { CalendarWindow, ObjectKind } from '../../core/model/index.ts';
import type { Clock, Stop } from '../../core/sync/index.ts';
import type { AccountLooks } from './accounts/account-looks.ts';
import type { Inbox } from './feed/inbox.ts';
import type { FieldSights } from './field-sights.ts';
import type { LeadSights } from './leads/lead-sights.ts';
import type { WriteGuards } from './write-guards.ts';

/** What all Salesforce users of this process share. */
export interface SalesforceSettings {
  /** Version of the REST API without "v": "62.0". */
  apiVersion: string;
  clock: Clock;
  /** Uniform in [0, 1): jitter of waits. */
  random: () => number;
  /** Fields to select, by object, reference paths included ("Account.Name"). From core/mapping. */
  fields: (object: ObjectKind) => readonly string[];
  /** What is known of fields that users may not see; without it each opened provider finds out for itself. */
  sights?: FieldSights;
  /** Which orgs refuse a write by its date inside a composite request; without it each opened provider finds out for itself. */
  guards?: WriteGuards;
  /** Which orgs leave out what depends on a query that found something; without it each opened provider finds out for itself. */
  lookGuards?: WriteGuards;
  /** Which accounts have a name or a website; without it each opened provider finds out for itself. */
  accountLooks?: AccountLooks;
  /** Who may see no leads, and who sees many; without it each opened provider finds out for itself. */
  leadSights?: LeadSights;
  /** Called with each answer's "Sforce-Limit-Info": requests used and allowed in 24 hours by the whole org. */
  limits?: (orgId: string, used: number, max: number) => void;
  /** Real milliseconds until a request counts as unanswered; default 600,000: Salesforce's own limit of a request. */
  timeoutMs?: number;
  /** Default: Node's own. */
  fetch?: typeof fetch;
}

/** One Salesforce user as one lane sees it. */
export interface SalesforceAccess {
  /** From the token's answer: "https://acme.my.salesforce.com". Plain http is taken for loopback only. */
  instanceUrl: string;
  /** 18 characters. */
  userId: string;
  /** 18 characters. */
  orgId: string;
  window: CalendarWindow;
  /** Gives the token in use; with `force` a fresh one, because Salesforce refused the present one. */
  accessToken: (force?: boolean) => Promise<string>;
  /** Asked before each request: throws SyncFailure (`retry-at`) where the org's budget has nothing left for it. */
  mayAsk?: () => Promise<void>;
  stop: Stop;
  /** The mailbox's share of the org's feed, where a reader account looks for all. */
  inbox?: Inbox;
}
