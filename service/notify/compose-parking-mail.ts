import { type Locale, loadLanguage, parkingMailText, translate } from '../../core/text/index.ts';
import type { Mail } from './smtp-mailer.ts';

export interface OrgNews {
  waits: boolean;
  /** ISO 8601; of the waiting. */
  until: string | null;
  code: string | null;
  instanceUrl: string;
}

/** Lockstep's own guards; any other code is Salesforce's. */
const ours = ['schedules-spent', 'people-spent', 'share-spent'];

/** What happened, that nothing is lost, who does what; or that it is over. */
export const composeParkingMail = async (news: OrgNews, link: string, locale: Locale): Promise<Omit<Mail, 'to'>> => {
  await loadLanguage(locale);
  const t = translate(parkingMailText, locale);
  const org = new URL(news.instanceUrl).host;
  const until = (news.until ?? '').slice(0, 16).replace('T', ' ');
  const cause = news.code !== null && ours.includes(news.code) ? t('waits-ours', { org }) : t('waits-spent', { org });
  const lines = news.waits ? [cause, t('safe', { until }), t('act')] : [t('back')];
  return { subject: t(news.waits ? 'subject-waits' : 'subject-back', { org }), text: [...lines, t('link', { link })].join('\n\n') };
};
