import type { LedgerLine } from '../../../core/model/index.ts';
import type { Act } from './act.ts';

export type LedgerPlace = { part: 'link'; id: string } | { part: 'decision'; side: string; object: string; id: string };

/** The open ledger of a mailbox (F15). Implemented by service/store. */
export interface OpenLedger {
  read(
    mailbox: { customerId: string; userId: string },
    page: { after: LedgerPlace | undefined; limit: number; at: string },
  ): Promise<{ line: LedgerLine; place: LedgerPlace }[]>;
  /** Null: a sync has the mailbox just now. `wall`: real time. */
  write(
    mailbox: { customerId: string; userId: string },
    given: { lines: readonly LedgerLine[]; wall: string; act: Act },
  ): Promise<{ links: number; decisions: number; known: number; refused: { at: number; what: string; todo: string }[] } | null>;
}
