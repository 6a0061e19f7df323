import { type Reason, reasonInfo } from '../../core/model/index.ts';
import type { Mail } from './smtp-mailer.ts';
import { suspensionWords } from './suspension-words.ts';

export interface Suspended {
  /** Address of the mailbox. */
  mailbox: string;
  reason: Reason;
  /** Where Lockstep is opened. */
  link: string;
  locale: 'en' | 'de';
}

const fill = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '');

/** What happened, that nothing is lost, who does what. */
export const composeSuspensionMail = ({ mailbox, reason, link, locale }: Suspended): Omit<Mail, 'to'> => {
  const words = suspensionWords[locale];
  const values = { mailbox, link, cause: words.causes[reason] ?? words.otherCause };
  const act = reasonInfo(reason).who === 'user' ? words.actUser : words.actAdmin;
  return {
    subject: fill(words.subject, values),
    text: [words.stopped, words.safe, act, words.link].map((line) => fill(line, values)).join('\n\n'),
  };
};
