import type { MailboxAccess, Reason, SettingLevel, SourceKind, StatusLevel, StatusState, Suspension } from '../../../core/model/index.ts';
import type { PlanRow, SettingKey, SettingRow, StateContext, UserFilter, UserOrder } from '../../store/index.ts';
import type { Act } from './act.ts';

export type { PlanRow, SettingRow, StateContext, UserFilter, UserOrder };

/** What the caller may see, OR-ed: whole customers, whole organizations, single users. */
export interface Within {
  customerIds: readonly string[];
  organizationIds: readonly string[];
  userIds: readonly string[];
}

export interface UserRow {
  id: string;
  /** A person's mailbox, or the calendar of a Team or a site. */
  kind: 'mailbox' | SourceKind;
  customerId: string;
  organizationId: string;
  planId: string;
  email: string;
  displayName: string;
  mailboxAddress: string;
  mailboxAccess: MailboxAccess;
  salesforceUserId: string | null;
  salesforceOrgId: string | null;
  synchronizationEnabled: boolean;
  suspended: Suspension | null;
  configuredAt: string | null;
  /** Enabled for the first time, and the preview is not confirmed yet. */
  awaitsPreview: boolean;
  initializedAt: string | null;
  customer: {
    id: string;
    name: string;
    enabled: boolean;
    suspended: Suspension | null;
    partnerId: string | null;
    distributorId: string | null;
  };
  organization: { id: string; name: string; enabled: boolean; suspended: Suspension | null };
  plan: { id: string; name: string; enabled: boolean; intervalSeconds: number };
  lane: {
    dueAt: string;
    runningSince: string | null;
    forceAcceptedAt: string | null;
    parked: { until: string; reason: string } | null;
  } | null;
  salesforceOrgParkedUntil: string | null;
  lastSession: { id: string; state: string; reason: string | null } | null;
  lastSuccessAt: string | null;
  openIssues: number;
}

export interface StateCount {
  customerId: string;
  organizationId: string;
  state: StatusState;
  level: StatusLevel;
  reason: Reason;
  users: number;
}

export interface OrganizationRow {
  id: string;
  customerId: string;
  customerName: string;
  partnerId: string | null;
  distributorId: string | null;
  name: string;
  enabled: boolean;
  suspended: Suspension | null;
  isDefault: boolean;
  mailboxAccess: MailboxAccess;
}

export interface CustomerRow {
  id: string;
  name: string;
  tenantId: string;
  enabled: boolean;
  suspended: Suspension | null;
  partnerId: string | null;
  distributorId: string | null;
  organizations: number;
}

/** A page of a list: rows after `after`, and one more than shown tells that there is a next page. */
export interface NamePage {
  within: Within;
  after?: { name: string; id: string } | undefined;
  limit: number;
}

/**
 * Who and what there is. `wall` is the list of customers that the caller reaches: the database shows nothing beyond it, so an id of
 * somebody else's answers undefined. Times are ISO 8601 in UTC.
 */
export interface Directory {
  users(
    wall: readonly string[],
    filter: UserFilter,
    order: UserOrder,
    context: StateContext,
  ): Promise<(UserRow & { sortValue: string | null })[]>;
  user(wall: readonly string[], id: string): Promise<UserRow | undefined>;
  countUsers(wall: readonly string[], within: Within, context: StateContext): Promise<StateCount[]>;
  /** False where another user of the customer has the address. */
  updateUser(wall: readonly string[], id: string, patch: UserPatch, act: Act): Promise<boolean>;
  /** A yes to the first preview: the mailbox becomes due now. */
  confirmPreview(wall: readonly string[], id: string, jobId: string, act: Act): Promise<void>;
  /** Enabling ends a suspension and makes the mailbox due now; the first time it asks for a preview to be confirmed. */
  setSynchronization(wall: readonly string[], id: string, enabled: boolean, act: Act): Promise<void>;
  organizations(wall: readonly string[], page: NamePage & { customerId?: string | undefined }): Promise<OrganizationRow[]>;
  organization(wall: readonly string[], id: string): Promise<OrganizationRow | undefined>;
  /** False where another organization of the customer has the name. */
  updateOrganization(
    wall: readonly string[],
    id: string,
    patch: { name?: string | undefined; enabled?: boolean | undefined },
    act: Act,
  ): Promise<boolean>;
  customers(wall: readonly string[], page: NamePage): Promise<CustomerRow[]>;
  customer(wall: readonly string[], id: string): Promise<CustomerRow | undefined>;
  plans(wall: readonly string[], page: NamePage & { customerId?: string | undefined }): Promise<PlanRow[]>;
  plan(wall: readonly string[], id: string): Promise<{ id: string; customerId: string; name: string } | undefined>;
  /** The groups of a user in the order in which their settings count. */
  groupsOf(wall: readonly string[], userId: string): Promise<string[]>;
  /** How many users a level has, and for how many of them a value of their own still holds. */
  ownSettings(
    wall: readonly string[],
    target: { level: SettingLevel; id: string },
    key: string,
  ): Promise<{ users: number; ownValues: number }>;
  /** Takes back what single users of a level set for themselves. */
  dropOwnSettings(
    wall: readonly string[],
    customerId: string,
    target: { level: SettingLevel; id: string },
    key: string,
    act: Act,
  ): Promise<number>;
  group(wall: readonly string[], id: string): Promise<{ id: string; customerId: string; name: string } | undefined>;
  settings(wall: readonly string[], levels: readonly { level: SettingLevel; id: string }[]): Promise<SettingRow[]>;
  /** `undoes`: the change that this one takes back. */
  putSetting(wall: readonly string[], customerId: string, setting: SettingRow, act: Act, undoes?: string): Promise<void>;
  deleteSetting(wall: readonly string[], customerId: string, setting: SettingKey, act: Act, undoes?: string): Promise<void>;
}

export interface UserPatch {
  displayName?: string | undefined;
  mailboxAccess?: MailboxAccess | undefined;
  email?: string | undefined;
  organizationId?: string | undefined;
  planId?: string | undefined;
}
