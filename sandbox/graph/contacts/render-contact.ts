import { folderId } from '../contact-folders/folder-id.ts';
import type { MailboxCall } from '../http/call.ts';
import { changeKey } from '../ids/change-key.ts';
import { encodeItemId } from '../ids/item-id.ts';
import { iso } from '../odata/iso.ts';
import type { Row } from '../store/row.ts';
import type { ContactBody } from './contact-body.ts';

export function contactId(call: Pick<MailboxCall, 'mailbox' | 'prefer'>, no: number, moves: number): string {
  return encodeItemId(call.mailbox.code, { kind: 'contact', no, moves: call.prefer.immutableId ? undefined : moves, day: undefined });
}

export function renderContact(call: MailboxCall, row: Row<ContactBody>): Record<string, unknown> {
  const key = changeKey(call.mailbox.code, row.seq);
  return {
    '@odata.etag': `W/"${key}"`,
    id: contactId(call, row.no, row.moves),
    createdDateTime: iso(row.created),
    lastModifiedDateTime: iso(row.modified),
    changeKey: key,
    parentFolderId: folderId(call.mailbox, row.folder),
    ...row.body,
  };
}
