import type { ClaimedLane } from './lane-store.ts';

/** By what leads are looked up. */
export interface LeadWish {
  /** Of people who would become a Contact, lower case: their open leads. */
  addresses: readonly string[];
  /** Leads that were open once; answered whatever has become of them. */
  ids: readonly string[];
}

export interface LeadRecord {
  id: string;
  name: string;
  /** Lower case; '' where it has none. */
  address: string;
  /** Not converted. */
  open: boolean;
  /** Whom it became, where this user may know. */
  contactId: string | null;
}

/** An Outlook contact that is not made in Salesforce because its person is a lead there. */
export interface WaitingForLead {
  remoteId: string;
  leads: readonly { id: string; address: string }[];
  /** ISO; when that was found. */
  at: string;
}

/** Leads to be looked at along with a listing that has room; `seen` is not called where it had none. */
export interface LeadWatch {
  ids: readonly string[];
  seen(records: readonly LeadRecord[]): void;
}

export interface LeadBooks {
  /** Contacts of Outlook that were left because their person is a lead, those that have waited longest first. */
  waitingForLeads(lane: ClaimedLane): Promise<WaitingForLead[]>;
  /** These contacts of Outlook are left to be planned again. */
  wakeContacts(lane: ClaimedLane, remoteIds: readonly string[]): Promise<void>;
}
