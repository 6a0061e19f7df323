import type { Reason, SyncError } from '../../model/index.ts';

/** A mail's body as the provider holds it. `partial`: it is larger than may be read at once, and this is its beginning as plain text. */
export type MailBody =
  | { remoteId: string; found: true; contentType: string; content: string; partial: boolean; files: readonly MailFile[] }
  /** Deleted meanwhile. */
  | { remoteId: string; found: false; error: null }
  | { remoteId: string; found: false; error: SyncError };

/** A file of a mail. */
export interface MailFile {
  id: string;
  name: string;
  /** As the provider says; an embedded item's is an estimate. */
  bytes: number;
  /** A picture inside the text. */
  inline: boolean;
  /** `link`: it lies elsewhere, and only its address is here. */
  kind: 'file' | 'item' | 'link';
  /** What is in it, in base64, where it is small and came along; null: `bytes` reads it. */
  content: string | null;
}

/** A mail to be read, with or without its files. */
export interface WantedMail {
  remoteId: string;
  files: boolean;
}

/** Bodies and files are never kept: they are read right before they are written, so that memory holds few of them at a time. */
export interface MailSource {
  /** The first of these mails in their order, one at least: as many as may be in memory at once. Files come with it where they are small. */
  read(wanted: readonly WantedMail[]): Promise<MailBody[]>;
  /** Null where it is larger than `max` bytes after all, or gone. Throws SyncFailure. */
  bytes(remoteId: string, fileId: string, max: number): Promise<Uint8Array | null>;
}

/** What goes along with the record of a mail. */
export interface MailExtras {
  /** Record of the sender, for the relation that the record itself does not carry. */
  fromId: string | null;
  fromAddress: string | null;
  messageId: string | null;
  /** The same mail as a Task, where Enhanced Email is off. */
  task: Readonly<Record<string, unknown>>;
  /** What to attach: the chosen files, and why others stay. */
  send: readonly MailFile[];
  left: readonly LeftPart[];
  bytes(file: MailFile): Promise<Uint8Array | null>;
}

/** A part of a mail that stays in Outlook; or in Salesforce, when its record is taken away again. */
export interface LeftPart {
  reason: Extract<Reason, 'file-too-large' | 'file-not-readable' | 'file-stays'>;
  /** File name, or "body". */
  name: string;
  bytes: number | null;
  message: string | null;
}

/** Who an address is in Salesforce. */
export interface PersonRecord {
  address: string;
  object: 'Contact' | 'Lead' | 'User';
  id: string;
  accountId: string | null;
  ownerId: string | null;
  /** ISO; the newest counts where several have one address. */
  modifiedAt: string | null;
}
