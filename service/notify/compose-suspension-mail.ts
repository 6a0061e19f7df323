import { type Reason, reasonInfo } from '../../core/model/index.ts';
import { type Locale, loadLanguage, suspensionMailText, translate } from '../../core/text/index.ts';
import type { Mail } from './smtp-mailer.ts';

export interface Suspended {
  /** Address of the mailbox. */
  mailbox: string;
  reason: Reason;
  /** Where Lockstep is opened. */
  link: string;
  locale: Locale;
}

const causes = ['suspended-authorization', 'suspended-throttling', 'suspended-errors'] as const;

/** What happened, that nothing is lost, who does what. */
export const composeSuspensionMail = async ({ mailbox, reason, link, locale }: Suspended): Promise<Omit<Mail, 'to'>> => {
  await loadLanguage(locale);
  const t = translate(suspensionMailText, locale);
  const cause = t(causes.find((known) => known === reason) ?? 'other');
  const act = reasonInfo(reason).who === 'user' ? t('act-user') : t('act-admin');
  return {
    subject: t('subject', { mailbox }),
    text: [t('stopped', { mailbox, cause }), t('safe'), act, t('link', { link })].join('\n\n'),
  };
};
