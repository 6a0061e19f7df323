export { MailCard } from './mail-card.tsx';
