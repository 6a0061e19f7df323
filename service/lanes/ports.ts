import type { Customizer, RememberedPiece } from '../../core/customization/index.ts';
import type { ObjectMap } from '../../core/mapping/index.ts';
import type {
  Activity,
  MailboxAccess,
  ObjectKind,
  Reason,
  SessionTrigger,
  SettingLevel,
  Side,
  SourceKind,
  Suspension,
} from '../../core/model/index.ts';
import type { BudgetPurpose } from '../../core/status/index.ts';
import type { ClaimedLane, LaneRun, Provider, SyncPolicy } from '../../core/sync/index.ts';
import type { LaneEnd, OrgChange } from '../store/index.ts';

export type { LaneEnd };

/** What a claimed mailbox is and stands under; read in one transaction with the claim. Times are ISO 8601 in UTC. */
export interface LaneFacts {
  user: {
    id: string;
    email: string;
    mailboxAddress: string;
    /** Every address of the mailbox, lower case. */
    addresses: readonly string[];
    mailboxAccess: MailboxAccess;
    graphUserId: string | null;
    salesforceUserId: string | null;
    salesforceOrgId: string | null;
    /** IANA name of the mailbox's zone. */
    zone: string;
    synchronizationEnabled: boolean;
    suspended: Suspension | null;
    /** Initial configuration done: both sides connected, both checks passed, what to sync chosen. */
    configuredAt: string | null;
    initializedAt: string | null;
    /** When all of its Salesforce collections were last read through; null while one is listed. */
    salesforceReadAt: string | null;
    /** What the settings came to at the last run that applied them. */
    settingsMark: string | null;
    /** Enabled for the first time, and the preview is not confirmed yet. */
    awaitsPreview: boolean;
  };
  customer: { id: string; tenantId: string; enabled: boolean; suspended: Suspension | null };
  organization: { id: string; enabled: boolean; suspended: Suspension | null };
  plan: { id: string; enabled: boolean; intervalSeconds: number };
  /** What Lockstep put into the mailbox. */
  pieces: readonly RememberedPiece[];
  settings: readonly { level: SettingLevel; levelId: string; key: string; value: unknown; mayAdjust: boolean }[];
  /** Addresses of all mailboxes of the tenant that sync into the same Salesforce org, lower case, this one included. */
  colleagues: readonly string[];
  salesforceOrg: {
    parkedUntil: string | null;
    parkStep: number;
    /** This customer's administrators know that the org waits. */
    parkingTold: boolean;
    /** Requests of the whole org in 24 hours, as it last told them. */
    usage: { used: number; max: number; at: string } | null;
    /** Whose access looks what changed, for all mailboxes on the org; null: each looks for itself. */
    readerUserId: string | null;
  } | null;
  /** Set where this is no person's mailbox, but a Team's calendar or a site. */
  source: LaneSource | null;
  /** In a row, before this session. */
  failures: { authorization: number; sessions: number };
}

export interface LaneSource {
  kind: SourceKind;
  /** The group's id, or the site's. */
  remoteId: string;
  /** Whose Microsoft sign-in reads it, and whose Salesforce access writes; null: he is gone. */
  owner: {
    userId: string;
    email: string;
    salesforceUserId: string | null;
    salesforceOrgId: string | null;
    /** IANA name. */
    zone: string;
  } | null;
}

export interface LaneStart {
  lane: ClaimedLane;
  trigger: SessionTrigger;
  /** Only Graph said that something changed: nobody asked. */
  hinted: boolean;
  facts: LaneFacts;
}

/** The lane rows and the ledger. Implemented by service/store. */
export interface LaneDesk {
  /** Mailboxes whose time has come and that nobody holds, the longest waiting first. */
  due(at: string, wall: string, limit: number): Promise<string[]>;
  /**
   * Takes the lane: lease, epoch + 1, and its session row running (the queued one, else a new one; `first` before the first success). A
   * session left running by a worker that died is closed as failed with reason `interrupted`. Null where the lane is not due or held.
   * Leases are in real time (`wall`), so that a virtual clock that jumps ahead takes no lane away from the worker that runs it; what is
   * due is in the world's time (`at`).
   */
  claim(userId: string, ask: { worker: string; at: string; wall: string; leaseUntil: string }): Promise<LaneStart | null>;
  /** False when another worker holds the lane meanwhile. */
  renew(lane: ClaimedLane, leaseUntil: string): Promise<boolean>;
  /** Takes a free lane for a job, due or not; null where a sync or another job has it. */
  hold(
    mailbox: { customerId: string; userId: string },
    ask: { worker: string; wall: string; leaseUntil: string; sessionId: string },
  ): Promise<{ lane: ClaimedLane; facts: LaneFacts } | null>;
  /** What a mailbox is and stands under, without its lane. */
  facts(mailbox: { customerId: string; userId: string }): Promise<LaneFacts>;
  /** Gives a held lane back. Epoch checked. */
  letGo(lane: ClaimedLane): Promise<void>;
  /** The ledger (room 15): session, statistics, lane, suspension with its activity and audit entry, live event. Epoch checked. */
  /** Answers what this end changed for the whole Salesforce org: told once, however many mailboxes meet it. */
  finish(lane: ClaimedLane, end: LaneEnd): Promise<OrgChange | null>;
  /** Gives the lane back without a session result (the gate was closed); a queued session is failed with the reason. */
  leave(lane: ClaimedLane, rest: { dueAt: string; parkedUntil: string | null; reason: Reason; at: string }): Promise<void>;
  /** Gives the lane back as it is, due at once: the run was cut off. Its session is closed as interrupted by the next claim. */
  release(lane: ClaimedLane): Promise<void>;
  progress(lane: ClaimedLane, done: number, at: string): Promise<void>;
  /** Mailboxes due at `at` and not parked, and those held now: what a moved clock waits for. */
  unsettled(at: string, wall: string): Promise<string[]>;
  /** At start: gives back what an earlier life of this same worker still holds. */
  reclaim(worker: string): Promise<number>;
}

/** Both sides, and the hands that put folders and the category into the mailbox, where the way to it has such. */
export type OpenProviders = Readonly<Record<Side, Provider>> & {
  readonly customizer?: Customizer;
  /** The statuses that the org's tasks may have; undefined where it does not tell. */
  readonly taskStatuses?: LaneRun['taskStatuses'];
};

/** Opens both sides for one mailbox; tokens, pacing and clients are the adapters' business. Throws SyncFailure where access is refused. */
export interface ProviderDesk {
  open(
    facts: LaneFacts,
    policy: SyncPolicy,
    maps: Readonly<Record<ObjectKind, ObjectMap>>,
    stop: AbortSignal,
    purpose: BudgetPurpose,
  ): Promise<OpenProviders>;
}

/** Tells admin and user that a mailbox was suspended, and the admins of a Salesforce org that it waits, and that it goes on. */
export interface Notices {
  orgChanged(facts: Pick<LaneFacts, 'user' | 'customer'>, change: OrgChange): Promise<void>;
  suspended(facts: LaneFacts, reason: Reason, activity: Activity['type']): Promise<void>;
}
