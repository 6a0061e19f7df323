import { z } from 'zod';
import type { Facts } from '../../model/index.ts';
import type { MapContext, Reading } from '../object-map.ts';
import { isoInstant } from '../reading/iso-instant.ts';
import { noFacts, readShape } from '../reading/read-shape.ts';
import { cleanLine } from '../words/clean-text.ts';
import { cutDots, cutText } from '../words/cut-text.ts';
import { mailLimits, mostParticipants } from './fields.ts';
import { messageKey, readMessageId } from './key.ts';
import { type ReadRecipient, readRecipient, readRecipients, recipientShape } from './read-recipients.ts';

const text = z.string().nullish();
const recipients = z.array(recipientShape).nullish();

const mailShape = z.object({
  id: z.string().min(1),
  lastModifiedDateTime: text,
  subject: text,
  from: recipientShape,
  toRecipients: recipients,
  ccRecipients: recipients,
  bccRecipients: recipients,
  internetMessageId: text,
  conversationId: text,
  receivedDateTime: text,
  sentDateTime: text,
  isDraft: z.boolean().nullish(),
  hasAttachments: z.boolean().nullish(),
  categories: z.array(z.string()).nullish(),
  parentFolderId: text,
});
type OutlookMail = z.infer<typeof mailShape>;

export function mailFromOutlook(raw: unknown, context: MapContext): Reading {
  const read = readShape(mailShape, raw, 'outlook');
  if (!read.ok) return { ...read, facts: noFacts };
  const mail = read.value;
  const from = readRecipient(mail.from);
  const [to, cc, bcc] = [readRecipients(mail.toRecipients), readRecipients(mail.ccRecipients), readRecipients(mail.bccRecipients)];
  const incoming = from?.address === undefined || from.address === null || !context.addresses.includes(from.address);
  const date = incoming ? readDate(mail.receivedDateTime, mail.sentDateTime) : readDate(mail.sentDateTime, mail.receivedDateTime);
  const messageId = readMessageId(mail.internetMessageId);
  const fields = {
    subject: cut(cleanLine(mail.subject), mailLimits.subject),
    from: from?.address ?? null,
    fromName: cut(from?.name ?? null, mailLimits.fromName),
    to: joined(to),
    cc: joined(cc),
    bcc: joined(bcc),
    date,
    incoming,
    messageId,
    threadId: cut(cleanLine(mail.conversationId), mailLimits.identifier),
    hasFiles: mail.hasAttachments === true,
  };
  return { ok: true, fields, facts: readFacts(mail, [...(from ? [from] : []), ...to, ...cc, ...bcc], { date, messageId }, context) };
}

function readFacts(
  mail: OutlookMail,
  everybody: readonly ReadRecipient[],
  { date, messageId }: { date: string | null; messageId: string | null },
  context: MapContext,
): Facts {
  const addresses = everybody.flatMap(({ address }) => (address && !context.addresses.includes(address) ? [address] : []));
  return {
    modifiedAt: isoInstant(mail.lastModifiedDateTime),
    keys: messageId ? [messageKey(messageId)] : [],
    categories: mail.categories ?? [],
    folder: mail.parentFolderId ?? null,
    participants: [...new Set(addresses)].slice(0, mostParticipants),
    nameless: everybody.some((person) => person.nameless),
    draft: mail.isDraft === true,
    ...(date ? { start: date } : {}),
  };
}

/** Salesforce's datetime begins in 1700 and ends with the year 4000; a mail of another year keeps no date. */
function readDate(...times: readonly (string | null | undefined)[]): string | null {
  const [first] = times.flatMap((time) => isoInstant(time) ?? []);
  return first && first >= '1700' && first < '4000' ? first : null;
}

const cut = (line: string | null, max: number): string | null => line && cutText(line, max, cutDots);

/** As many as the field holds; a person without an address is named, since Salesforce takes any text here. */
function joined(list: readonly ReadRecipient[]): string | null {
  const names = list.flatMap(({ address, name }) => address ?? name ?? []);
  let length = 0;
  const kept = names.filter((name) => {
    length += name.length + 2;
    return length <= mailLimits.addresses;
  });
  return kept.length > 0 ? kept.join('; ') : null;
}
