import type { FieldRule } from '../object-map.ts';

/** UTF-16 units that Salesforce's EmailMessage holds. */
export const mailLimits = { subject: 3_000, addresses: 4_000, fromName: 1_000, body: 131_072, identifier: 255 } as const;
/** What a Task holds, which stands in where Enhanced Email is off. */
export const mailTaskLimits = { subject: 255, description: 32_000 } as const;
/** Addresses that are looked at for rules; a mail to ten thousand is still one mail. */
export const mostParticipants = 500;

const read = (name: string): FieldRule => ({ name, held: 'outlook', travels: 'up' });

/**
 * A mail in Lockstep's words: its frame only. Body and files are read when they are sent and never kept.
 *
 * - subject: one line. from: an address, or null where it is none. fromName: the sender's name.
 * - to, cc, bcc: addresses as "a@x.example; b@y.example", cut at 4,000 characters.
 * - date: when it was received, or sent by this mailbox. incoming: not sent from one of the mailbox's own addresses.
 * - messageId, threadId: RFC 5322 Message-ID and the conversation.
 * - hasFiles: files beside pictures of the text.
 * - toIds, ccIds, bccIds, fromId, relatedToId: records of Salesforce, found while planning ("003…;00Q…").
 *
 * A mail that is no draft is read-only in Salesforce, so nothing of it is kept in step: it is created whole and never updated.
 */
export const mailFields: readonly FieldRule[] = [
  'subject',
  'from',
  'fromName',
  'to',
  'cc',
  'bcc',
  'date',
  'incoming',
  'messageId',
  'threadId',
  'hasFiles',
].map(read);

/** Enough to know the record again; its text stays where it is. Both EmailMessage and Task have these. */
export const mailSalesforceFields: readonly string[] = [
  'Id',
  'IsDeleted',
  'SystemModstamp',
  'LastModifiedDate',
  'LastModifiedById',
  'CreatedById',
  'Lockstep_Key__c',
  'Subject',
];

/** The frame of a message, without its body. */
export const mailOutlookSelect: readonly string[] = [
  'id',
  'lastModifiedDateTime',
  'subject',
  'from',
  'toRecipients',
  'ccRecipients',
  'bccRecipients',
  'internetMessageId',
  'conversationId',
  'receivedDateTime',
  'sentDateTime',
  'isDraft',
  'hasAttachments',
  'categories',
  'parentFolderId',
];
