import { iso } from '../odata/iso.ts';
import type { MessageBody } from '../store/bodies.ts';
import type { MailboxStore } from '../store/mailbox-store.ts';
import type { DirectoryUser } from '../users/directory-user.ts';

/** A draft with nothing in it; an arrived mail lays its own properties over it. */
export function newMessage(user: DirectoryUser, mailbox: MailboxStore, now: number): MessageBody {
  return {
    subject: '',
    body: { contentType: 'html', content: '' },
    from: null,
    sender: null,
    toRecipients: [],
    ccRecipients: [],
    bccRecipients: [],
    replyTo: [],
    categories: [],
    importance: 'normal',
    isRead: true,
    isDraft: true,
    hasAttachments: false,
    isDeliveryReceiptRequested: false,
    isReadReceiptRequested: false,
    inferenceClassification: 'focused',
    flag: { flagStatus: 'notFlagged' },
    internetMessageId: `<${mailbox.code}${mailbox.seq}@${user.mail?.split('@')[1] ?? 'localhost'}>`,
    conversationId: `AAQkA${mailbox.code}${mailbox.seq}AAA=`,
    receivedDateTime: iso(now),
    sentDateTime: iso(now),
  };
}
