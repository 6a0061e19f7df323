import { type Reason, reasonInfo } from '../../core/model/index.ts';
import { pickLocale } from '../../core/text/index.ts';
import { composeParkingMail, type OrgNews } from './compose-parking-mail.ts';
import { composeSuspensionMail } from './compose-suspension-mail.ts';
import type { Mailer } from './smtp-mailer.ts';

interface Receiver {
  email: string;
  locale: string | null;
}

export interface NoticeOptions {
  mailer: Mailer;
  /** Who administers the mailbox's organization. Asked only when there is something to tell. */
  administrators(mailbox: { customerId: string; organizationId: string; userId: string }): Promise<readonly Receiver[]>;
  /** Who administers the customer or any organization on this Salesforce org. */
  orgAdministrators(org: { customerId: string; orgId: string }): Promise<readonly Receiver[]>;
  /** Address at which people open Lockstep. */
  link: string;
  /** A notice that could not be sent: it never stops the session that caused it. */
  failed(error: unknown): void;
}

interface Facts {
  user: { id: string; email: string };
  customer: { id: string };
  organization: { id: string };
}

/** Decision 10: each suspension mails the administrators and, where they can act, the user. */
export const createNotices = ({ mailer, administrators, orgAdministrators, link, failed }: NoticeOptions) => ({
  async suspended(facts: Facts, reason: Reason): Promise<void> {
    try {
      const admins = await administrators({ customerId: facts.customer.id, organizationId: facts.organization.id, userId: facts.user.id });
      const receivers = new Map(admins.map((one) => [one.email.toLowerCase(), one]));
      if (reasonInfo(reason).who === 'user') receivers.set(facts.user.email.toLowerCase(), { email: facts.user.email, locale: null });
      for (const one of receivers.values()) {
        await mailer.send({
          to: [one.email],
          ...(await composeSuspensionMail({ mailbox: facts.user.email, reason, link, locale: pickLocale([one.locale ?? 'en']) })),
        });
      }
    } catch (error) {
      failed(error);
    }
  },
  /** Decision 10, F11: one mail when a Salesforce org begins to wait, one when it goes on. */
  async orgChanged(facts: { customer: { id: string } }, change: OrgNews & { orgId: string }): Promise<void> {
    try {
      const admins = await orgAdministrators({ customerId: facts.customer.id, orgId: change.orgId });
      for (const one of new Map(admins.map((admin) => [admin.email.toLowerCase(), admin])).values())
        await mailer.send({ to: [one.email], ...(await composeParkingMail(change, link, pickLocale([one.locale ?? 'en']))) });
    } catch (error) {
      failed(error);
    }
  },
});
