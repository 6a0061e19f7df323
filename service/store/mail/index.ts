export { type MailBooks, mailBooks } from './mail-books.ts';
