export { type ItemAsks, itemAsks } from './ask-for-item.ts';
export { type MailBooks, mailBooks } from './mail-books.ts';
