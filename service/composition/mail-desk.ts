import { isReason, type Observation, type Reason } from '../../core/model/index.ts';
import { mailScope, type SyncPolicy } from '../../core/sync/index.ts';
import type { MailDesk, MailStanding } from '../http/index.ts';
import type { MailBooks } from '../store/index.ts';
import type { ReadingRefusal } from './failed-reading.ts';
import { type LookParts, lookAtItem } from './look-at-item.ts';

export interface MailParts extends LookParts {
  books: MailBooks;
  instanceUrl(customerId: string, orgId: string): Promise<string | null>;
}

type Mailbox = { customerId: string; userId: string };
interface Found {
  mail: Observation;
  key: string;
  policy: SyncPolicy;
  instanceUrl: string | null;
}

/** Save in the pane, and what it shows: the mail is read by its id with the mailbox's own access, and nothing of it is kept. */
export function createMailDesk(parts: MailParts): MailDesk {
  async function find(mailbox: Mailbox, itemId: string): Promise<Found | ReadingRefusal> {
    const found = await lookAtItem(parts, mailbox, { object: 'email', remoteId: itemId });
    if ('ok' in found) return found;
    const { salesforceOrgId: org } = found.facts.user;
    const instanceUrl = org ? await parts.instanceUrl(mailbox.customerId, org) : null;
    return { mail: found.item, key: found.key, policy: found.policy, instanceUrl };
  }

  async function standing(mailbox: Mailbox, found: Found): Promise<MailStanding> {
    const { mail, key, policy, instanceUrl } = found;
    const entry = await parts.books.entry(mailbox, { remoteId: mail.remoteId, key });
    const subject = typeof mail.fields?.subject === 'string' ? mail.fields.subject : null;
    const frame = { id: mail.remoteId, subject, savedBy: entry.asked?.by ?? null, at: entry.asked?.at ?? null, url: null, reason: null };
    const urlOf = (id: string) => instanceUrl && `${instanceUrl.replace(/\/+$/, '')}/${id}`;
    if (entry.own) return { ...frame, state: 'saved', maySave: false, at: entry.own.at, url: urlOf(entry.own.salesforceId) };
    const barred = whyNever(mail, policy);
    if (barred) return { ...frame, state: 'not-saved', reason: barred, maySave: false };
    if (entry.issue && isReason(entry.issue)) return { ...frame, state: 'failed', reason: entry.issue, maySave: true };
    if (entry.asked) return { ...frame, state: 'waiting', maySave: false };
    const { colleague } = entry;
    // The same mail is in Salesforce already; saving it here ties this mailbox to it, too.
    if (colleague)
      return { ...frame, state: 'saved', maySave: true, savedBy: colleague.email, at: colleague.at, url: urlOf(colleague.salesforceId) };
    return { ...frame, state: 'not-saved', reason: whyNot(mail, policy), maySave: true };
  }

  return {
    async standing(mailbox, itemId) {
      const found = await find(mailbox, itemId);
      return 'ok' in found ? found : { ok: true, mail: await standing(mailbox, found) };
    },
    async save(mailbox, itemId, act) {
      const found = await find(mailbox, itemId);
      if ('ok' in found) return found;
      const barred = whyNever(found.mail, found.policy);
      if (barred) return { ok: false, barred };
      await parts.books.ask(mailbox, found.mail.remoteId, act);
      return { ok: true, mail: await standing(mailbox, found) };
    },
  };
}

/** What no Save overrules. */
function whyNever(mail: Observation, policy: SyncPolicy): Reason | null {
  if (mail.problem) return mail.problem.reason;
  if (!policy.objects.email.up) return 'direction-off';
  return mailScope({ ...mail.facts, saved: true }, policy);
}

/** Why it does not go by itself, or `pending` where the next sync takes it. */
function whyNot(mail: Observation, policy: SyncPolicy): Reason | null {
  const reason = mailScope(mail.facts, policy);
  return reason === null ? 'pending' : reason;
}
