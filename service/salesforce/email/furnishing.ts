import type { LeftPart, MailFile } from '../../../core/sync/index.ts';
import type { Furnished } from './find-furnished.ts';
import type { FurnishingKind, SavedMail } from './saved-mail.ts';
import { titleOf } from './title-of.ts';

/** A record that belongs to a mail: its sender's relation, or a file. */
export interface FurnishingRow {
  mail: SavedMail;
  record: { attributes: { type: FurnishingKind } } & Readonly<Record<string, unknown>>;
  /** What is told where Salesforce refuses it. */
  part: LeftPart;
}

export interface Furnishing {
  /** Small enough to go together. */
  rows: FurnishingRow[];
  /** Files that are read one by one. */
  large: { mail: SavedMail; file: MailFile }[];
}

/**
 * What the records still lack. ToIds, CcIds and BccIds of the record make their relations by themselves; the sender's is a record of its own
 * (developer.salesforce.com, EmailMessage: "Add Email Message Relation for id of the sender"). Files become ContentVersions that are published to
 * the record.
 */
export function furnishingOf(saved: readonly SavedMail[], there: ReadonlyMap<string, Furnished>, asTask: boolean): Furnishing {
  const rows: FurnishingRow[] = [];
  const large: Furnishing['large'] = [];
  for (const mail of saved) {
    const { sender, titles } = there.get(mail.id) ?? { sender: false, titles: [] };
    const present = [...titles];
    if (!asTask && !sender && !mail.furnished?.has('EmailMessageRelation')) rows.push(...senderOf(mail));
    for (const file of mail.write.mail?.send ?? []) {
      const at = present.indexOf(titleOf(file));
      if (at >= 0) present.splice(at, 1);
      else if (file.content === null) large.push({ mail, file });
      else if (!mail.furnished?.has('ContentVersion'))
        rows.push({ mail, record: { attributes: { type: 'ContentVersion' }, ...fileRecord(mail, file, file.content) }, part: stays(file) });
    }
  }
  return { rows, large };
}

function senderOf(mail: SavedMail): FurnishingRow[] {
  const { fromId, fromAddress } = mail.write.mail ?? {};
  if (!fromId) return [];
  const relation = { EmailMessageId: mail.id, RelationId: fromId, RelationType: 'FromAddress', RelationAddress: fromAddress };
  const part: LeftPart = { reason: 'file-not-readable', name: 'sender', bytes: null, message: null };
  return [{ mail, record: { attributes: { type: 'EmailMessageRelation' }, ...relation }, part }];
}

/** @param content base64 */
export function fileRecord({ id }: SavedMail, file: MailFile, content: string): Record<string, unknown> {
  const title = titleOf(file);
  return { Title: title, PathOnClient: title, VersionData: content, FirstPublishLocationId: id };
}

export const stays = ({ name, bytes }: MailFile, reason: LeftPart['reason'] = 'file-not-readable'): LeftPart => ({
  reason,
  name,
  bytes,
  message: null,
});
