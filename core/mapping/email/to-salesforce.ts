import type { Fields } from '../../model/index.ts';
import { salesforceTakesEmail } from '../words/email-address.ts';

/** EmailMessage.Status: 0 New, 1 Read, 2 Replied, 3 Sent, 4 Forwarded, 5 Draft. */
const status = { received: '1', sent: '3' } as const;

/**
 * The whole EmailMessage: it cannot be changed later. `bodyHtml` and `bodyText` come with the write and are kept nowhere.
 * IsClientManaged: files may be added to it after it was made (developer.salesforce.com, EmailMessage).
 */
export function mailToSalesforce(_changed: readonly string[], mail: Fields): Record<string, unknown> {
  const from = typeof mail.from === 'string' && takesSender(mail.from) ? mail.from : null;
  // What the address field refuses still says who wrote.
  const odd = from === null && typeof mail.from === 'string' ? [mail.fromName, `<${mail.from}>`].filter(Boolean).join(' ') : mail.fromName;
  return without({
    Subject: mail.subject,
    FromAddress: from,
    FromName: odd,
    ToAddress: mail.to,
    CcAddress: mail.cc,
    BccAddress: mail.bcc,
    MessageDate: mail.date,
    Incoming: mail.incoming === true,
    Status: mail.incoming === true ? status.received : status.sent,
    MessageIdentifier: mail.messageId,
    ThreadIdentifier: mail.threadId,
    HtmlBody: mail.bodyHtml,
    TextBody: mail.bodyText,
    RelatedToId: mail.relatedToId,
    IsClientManaged: true,
    ToIds: ids(mail.toIds),
    CcIds: ids(mail.ccIds),
    BccIds: ids(mail.bccIds),
  });
}

/** Salesforce's e-mail fields take ASCII only, and a domain with a dot. */
const ascii = /^[\x21-\x7e]+$/;
const takesSender = (address: string): boolean => ascii.test(address) && salesforceTakesEmail(address);

function ids(list: Fields[string] | undefined): string[] | null {
  return typeof list === 'string' && list !== '' ? list.split(';') : null;
}

function without(body: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null && value !== undefined));
}
