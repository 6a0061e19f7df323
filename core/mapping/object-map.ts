import type { Facts, Fields, ObjectKind, Problem, Side } from '../model/index.ts';

/** What maps need to know of the mailbox and its surroundings. */
export interface MapContext {
  /** Tenant id of the customer: part of external ids. */
  tenantId: string;
  /** Directory or mailbox id of the user: part of a contact's external id. */
  mailboxId: string;
  /** The mailbox's own addresses, lower case. */
  addresses: readonly string[];
  salesforceUserId: string;
  /** IANA name of the mailbox's zone: whole days and floating times are read in it. */
  zone: string;
  /** The org's TaskStatus picklist; where it is not known, the one that Salesforce delivers holds. */
  taskStatuses?: readonly { name: string; closed: boolean }[];
  hash(text: string): string;
}

export type Reading = { ok: true; fields: Fields; facts: Facts } | { ok: false; problem: Problem; facts: Facts };

export interface FieldRule {
  name: string;
  /** `both`: kept in step. `outlook`: only read, so that a group of values can be written back whole (second phone number). */
  held: 'both' | 'outlook';
  /** Which way changes of it may travel; `both` unless one side cannot take it (a parent's name). */
  travels: 'both' | 'up' | 'down';
}

/** A field that a write leaves out, because the other side cannot take its value or must not. */
export interface LeftOut extends Problem {
  field: string;
  /** True where the provider refuses to create the item without it: the create then is not worth sending. */
  required: boolean;
}

/**
 * One object kind: the pure translation between Graph's, Salesforce's and Lockstep's words.
 * `there-and-back`: for every item both sides can hold, reading what was written gives the same fields (property-tested).
 */
export interface ObjectMap {
  kind: ObjectKind;
  /** Salesforce object name. */
  sobject: string;
  fields: readonly FieldRule[];
  /**
   * Never throws; what cannot be understood is a Problem of reason 'unreadable'. A property that Salesforce did not send (hidden from
   * this user) is missing from `fields`: unknown, not empty.
   */
  fromOutlook(raw: unknown, context: MapContext): Reading;
  fromSalesforce(raw: unknown, context: MapContext): Reading;
  /** Body for POST (all fields) or PATCH (`changed` only, groups completed from `whole`). Names of `changed` it does not know are ignored. */
  toOutlook(changed: readonly string[], whole: Fields, context: MapContext): Record<string, unknown>;
  toSalesforce(changed: readonly string[], whole: Fields, context: MapContext): Record<string, unknown>;
  /**
   * The Outlook id of the item whose words this one shares and was sent without (a bare occurrence: its series); null where it is whole.
   * Absent: items of this kind are always whole.
   */
  partOf?(raw: unknown): string | null;
  /** Such an item with the words of the one it is part of. */
  complete?(raw: unknown, whole: unknown): unknown;
  /** What the body for that side lacks of `changed`, and why: each wants an issue or a note. Empty nearly always. */
  leftOut(side: Side, changed: readonly string[], whole: Fields, context: MapContext): readonly LeftOut[];
  /** External id for a record made from this Outlook item: 64 hexadecimal digits. */
  key(remoteId: string, facts: Facts, context: MapContext): string;
  /** What a create in Outlook carries beside its fields so that it counts as marked by that category. */
  outlookMark(category: string): Record<string, unknown>;
  /** The Salesforce fields to select, reference paths included ("Account.Name"). */
  salesforceFields: readonly string[];
  /** Graph's $select for this object, or null where the listing takes none (calendarView/delta). */
  outlookSelect: readonly string[] | null;
}
