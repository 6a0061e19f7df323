import type { Store } from '../store.ts';
import { exportLines, type LedgerPlace } from './export-lines.ts';
import { importLines, type LedgerImport } from './import-lines.ts';

/** The open ledger of a mailbox (F15): what it knows, line by line, out and in. service/http's port OpenLedger. */
export function openLedger(store: Store, ids: { next(): string }) {
  return {
    read: (mailbox: { customerId: string; userId: string }, page: { after: LedgerPlace | undefined; limit: number; at: string }) =>
      exportLines(store, mailbox, page),
    write: (mailbox: { customerId: string; userId: string }, given: LedgerImport) => importLines(store, ids, mailbox, given),
  };
}
