/** The open ledger of a mailbox: out and in. */
export { LedgerCard } from './ledger-card.tsx';
