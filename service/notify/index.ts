export { composeSuspensionMail, type Suspended } from './compose-suspension-mail.ts';
export { createNotices, type NoticeOptions } from './create-notices.ts';
export { createSilentMailer, createSmtpMailer, type Mail, type Mailer } from './smtp-mailer.ts';
