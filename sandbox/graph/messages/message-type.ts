import type { KeptBody } from '../events/event-body.ts';
import { bodyPreview, renderBody } from '../events/html-body.ts';
import type { MailboxCall } from '../http/call.ts';
import { changeKey } from '../ids/change-key.ts';
import { encodeItemId } from '../ids/item-id.ts';
import { mailFolderId } from '../mail-folders/mail-folder-id.ts';
import { iso } from '../odata/iso.ts';
import type { ItemType } from '../odata/item-type.ts';
import type { MessageBody } from '../store/bodies.ts';
import type { Row } from '../store/row.ts';
import { messageReaders, messageReadOnly } from './message-readers.ts';

export const messageType: ItemType<MessageBody> = {
  name: 'message',
  properties: new Set([...Object.keys(messageReaders), ...messageReadOnly]),
  render: renderMessage,
};

export function messageId(call: Pick<MailboxCall, 'mailbox' | 'prefer'>, no: number, moves: number): string {
  return encodeItemId(call.mailbox.code, { kind: 'message', no, moves: call.prefer.immutableId ? undefined : moves, day: undefined });
}

/** `select`: what was asked for; a body that nobody asked for is not written out. */
export function renderMessage(call: MailboxCall, row: Row<MessageBody>, select = call.query.get('$select')): Record<string, unknown> {
  const { internetMessageHeaders, attachments: _, ...shown } = row.body;
  const key = changeKey(call.mailbox.code, row.seq);
  const id = messageId(call, row.no, row.moves);
  const body = row.body.body as KeptBody;
  return {
    '@odata.etag': `W/"${key}"`,
    id,
    createdDateTime: iso(row.created),
    lastModifiedDateTime: iso(row.modified),
    changeKey: key,
    parentFolderId: mailFolderId(call.mailbox, row.folder),
    webLink: `https://outlook.office365.com/owa/?ItemID=${encodeURIComponent(id)}&exvsurl=1&viewmodel=ReadMessageItem`,
    ...shown,
    ...(wants(select, 'bodyPreview') ? { bodyPreview: bodyPreview(body) } : {}),
    body: wants(select, 'body') ? renderBody(body, call.prefer.textBody) : null,
    // shown only by $select, as the service does
    ...(select?.includes('internetMessageHeaders') ? { internetMessageHeaders: internetMessageHeaders ?? [] } : {}),
  };
}

const wants = (select: string | undefined, name: string): boolean =>
  select === undefined || /[*]/.test(select) || select.split(',').includes(name);
