import type { IssueDetail } from '../model/issue.ts';
import type { Reason } from '../model/reason.ts';
import { fieldsText } from './fields.ts';
import { reasonTitles } from './reason-titles.ts';
import { requestsText } from './requests.ts';
import { translate } from './translate.ts';
import type { Locale } from './words.ts';

export interface RequestFacts {
  reason: Reason;
  detail: Pick<IssueDetail, 'title' | 'message' | 'code' | 'field' | 'owner' | 'record'>;
  mailbox: string;
  /** Where the record opens in Salesforce; null where none exists yet. */
  recordUrl: string | null;
}

type Need = Extract<keyof (typeof requestsText)['en'], `need-${string}`>;
const isNeed = (key: string): key is Need => key in requestsText.en;

/** Subject and text of a message to whoever can mend it: what, the provider's own words, field, record, and what is asked for. */
export const writeRequest = ({ reason, detail, mailbox, recordUrl }: RequestFacts, locale: Locale): { subject: string; text: string } => {
  const t = translate(requestsText, locale);
  const title = detail.title ?? mailbox;
  const need = `need-${reason === 'no-permission' && detail.owner ? 'theirs' : reason}`;
  const field = detail.field ? ((fieldsText[locale] as Readonly<Record<string, string>>)[detail.field] ?? detail.field) : null;
  const lines = [
    t('hello'),
    '',
    t('stuck', { title, mailbox, reason: reasonTitles[locale][reason] }),
    ...(detail.message ? [t('says', { message: detail.message })] : []),
    ...(detail.code ? [t('code', { code: detail.code })] : []),
    ...(field ? [t('field', { field })] : []),
    ...(recordUrl ? [t('record', { url: recordUrl })] : []),
    '',
    t(isNeed(need) ? need : 'need-any', { owner: detail.owner ?? '', record: detail.record ?? '' }),
    t('after'),
  ];
  return { subject: t(reason === 'piece-refused' ? 'subject-outlook' : 'subject', { title }), text: lines.join('\n') };
};
