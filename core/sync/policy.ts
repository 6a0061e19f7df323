import type { CalendarWindow, ObjectKind, Side, SourceKind } from '../model/index.ts';

/** What one lane may do, as resolved from its settings before the run. */
export interface SyncPolicy {
  objects: Readonly<Record<ObjectKind, ObjectPolicy>>;
  /** Events outside are not planned; half-open. */
  window: CalendarWindow;
  /** The same for the meetings of a series, which may have no end: never wider than `window`; absent: the same. */
  seriesWindow?: CalendarWindow;
  /** Events that ended before this moment are left alone unless an admin asked for the past; null: no such limit. */
  eventsFrom: string | null;
  salesforceUserId: string;
  /** The mailbox's own addresses, lower case. */
  addresses: readonly string[];
  /** Addresses of all mailboxes of the tenant that sync into the same Salesforce org, lower case, this one included. */
  colleagues: ReadonlySet<string>;
  /** `ask`: a write that would mail people waits for a yes. `allow`: an admin allowed it for the organization. */
  invitations: 'ask' | 'allow';
  /** The category and the contact folder that mark an item for Salesforce where the trigger is not `everything`. */
  category: string;
  contactFolder: string | null;
  /** The To Do list that does the same for tasks. */
  taskList: string | null;
  /** So many days a question of the conflict inbox waits before the newer edit wins; undefined: for ever. */
  conflictDays?: number;
  /** Ids of the folders and lists that Lockstep put there or took over: whatever they are called by now, what lies in them is marked. */
  places?: ReadonlySet<string>;
  /** Tasks that are done travel only if they were due or edited since this day ("2026-11-08"). */
  closedTasksFrom: string;
  mail: MailPolicy;
  /** Whether a Contact that is made here gets its Account by the company's name or the address's domain; absent: it gets none. */
  contactAccount?: 'off' | 'domain';
  /** `create`: also a person who is an open lead becomes a Contact; else that waits until the lead is none any more. */
  contactLead?: 'wait' | 'create';
  /** Set where the lane is no person's mailbox: its items go upward only, and a member's mailbox that carries a meeting goes before it. */
  source?: SourceKind;
}

/** What decides about mails beyond what holds for every object. */
export interface MailPolicy {
  /** Mails from before are left alone unless a person saves the very mail; null: the past was asked for. ISO. */
  from: string | null;
  /** The folder that marks a mail. */
  folder: string | null;
  /** Takes what has a Contact or Lead on it, beside what is marked. */
  autoSave: boolean;
  /** Domains of the customer's own people, lower case. */
  internal: ReadonlySet<string>;
  /** With one of these on it, a mail is not taken by itself; a mark or a Save still takes it. */
  excluded: { addresses: ReadonlySet<string>; domains: ReadonlySet<string>; by: 'user' | 'admin' };
  relateTo: 'none' | 'account';
  files: { on: boolean; maxBytes: number; inline: boolean };
}

export interface ObjectPolicy {
  up: boolean;
  down: boolean;
  /** `saved`: nothing travels up by itself. */
  trigger: 'everything' | 'category' | 'saved';
  /** A person's deletion travels: in Outlook to Salesforce (`up`), in Salesforce to Outlook (`down`). */
  deletes: { up: boolean; down: boolean };
  /** Who wins where both sides changed one field. */
  conflict: ConflictRule;
  /** The same per field, where a setting names an owner. */
  fieldConflicts: Readonly<Record<string, ConflictRule>>;
}

export type ConflictRule = 'newer' | Side | 'ask';
