import type { ObjectKind, Side } from './item.ts';

/** One list that a lane follows: a contact folder, a calendar window, a Salesforce object. */
export interface Collection {
  id: string;
  side: Side;
  object: ObjectKind;
  /** Folder id; for Salesforce the sObject name. */
  remoteId: string;
  name: string;
  /** Opaque to the engine: only the adapter that made it reads it. Null before the first page. */
  cursor: string | null;
  /** `baseline` while a full listing is under way; its end sweeps what was not seen. */
  phase: 'baseline' | 'incremental';
  /** Counts full listings; an item that carries an older number when a listing is complete was not in it. */
  generation: number;
  window: CalendarWindow | null;
  /** When the last full listing was completed (ISO), null before the first. */
  listedAt: string | null;
  /** When the lists of its side were last looked for (ISO), this one among them. */
  discoveredAt: string | null;
  /** Which fields it is read with: '' the standard ones, else a hash of the organization's mapping rules. */
  shape: string;
  /** True while a listing goes on because `shape` changed: a known version then says nothing of the fields that are new. */
  reread: boolean;
}

/** Half-open, ISO 8601 in UTC. */
export interface CalendarWindow {
  start: string;
  end: string;
}
