import { attachmentReaders, emptyAttachment } from '../attachments/attachment.ts';
import type { Json } from '../odata/read-properties.ts';
import { flag, list, oneOf, type PropertyReader, type PropertyReaders, record, text, texts } from '../odata/read-properties.ts';

const recipient = record({ emailAddress: record({ name: text, address: text }, 'emailAddress') }, 'recipient');
const recipients = list(recipient, 500);
const dateTimeOffset: PropertyReader = (value, fail) =>
  typeof value === 'string' && /T.*(Z|[+-]\d\d:\d\d)$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : fail('Edm.DateTimeOffset');
const body: PropertyReader = (value, fail) => {
  const { contentType = 'text', content = '' } = (value ?? {}) as Json;
  return typeof content === 'string' ? { contentType: oneOf('text', 'html')(contentType, fail), content } : fail('an itemBody');
};

export const messageReaders: PropertyReaders = {
  subject: text,
  body,
  from: recipient,
  sender: recipient,
  toRecipients: recipients,
  ccRecipients: recipients,
  bccRecipients: recipients,
  replyTo: recipients,
  categories: texts(),
  importance: oneOf('low', 'normal', 'high'),
  isRead: flag,
  isDeliveryReceiptRequested: flag,
  isReadReceiptRequested: flag,
  inferenceClassification: oneOf('focused', 'other'),
  flag: (value) => value,
  internetMessageId: text,
  internetMessageHeaders: (value) => value,
};
/** What only arrives with a mail: a person's mailbox may be filled with it, a client may not write it. */
export const arrivalReaders: PropertyReaders = {
  receivedDateTime: dateTimeOffset,
  sentDateTime: dateTimeOffset,
  conversationId: text,
  isDraft: flag,
  hasAttachments: flag,
  attachments: list((value, fail) => ({ ...emptyAttachment, ...(record(attachmentReaders, 'attachment')(value, fail) as object) }), 250),
};
export const messageReadOnly = [
  'id',
  'changeKey',
  'createdDateTime',
  'lastModifiedDateTime',
  'bodyPreview',
  'conversationIndex',
  'parentFolderId',
  'webLink',
  'uniqueBody',
  ...Object.keys(arrivalReaders),
];
