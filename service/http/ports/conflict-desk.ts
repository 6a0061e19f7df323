import type { ConflictDecider, ConflictKeep, ConflictState, FieldValue } from '../../../core/model/index.ts';
import type { Act } from './act.ts';
import type { TimePage } from './ledger.ts';

export interface ConflictRow {
  id: string;
  customerId: string;
  userId: string;
  object: string;
  field: string;
  title: string | null;
  outlookId: string;
  salesforceId: string;
  hasBase: boolean;
  base: FieldValue;
  outlook: FieldValue;
  salesforce: FieldValue;
  outlookEditedAt: string | null;
  salesforceEditedAt: string | null;
  state: ConflictState;
  winner: ConflictKeep | null;
  decidedBy: ConflictDecider | null;
  answeredBy: string | null;
  openedAt: string;
  deadlineAt: string | null;
  settledAt: string | null;
}

export interface ConflictScope {
  userId: string;
  object?: string | undefined;
  field?: string | undefined;
}

/** The conflict inbox. `wall` as in Directory. */
export interface ConflictDesk {
  list(wall: readonly string[], filter: ConflictScope & { state: 'open' | 'kept' | 'all' }, page: TimePage): Promise<ConflictRow[]>;
  get(wall: readonly string[], id: string): Promise<ConflictRow | undefined>;
  countOpen(wall: readonly string[], scope: ConflictScope): Promise<number>;
  openIds(wall: readonly string[], scope: ConflictScope): Promise<string[]>;
  /** How many took the answer: others were answered meanwhile. The mailbox becomes due now. */
  answer(
    wall: readonly string[],
    customerId: string,
    ask: { userId: string; ids: readonly string[]; keep: ConflictKeep },
    act: Act,
  ): Promise<number>;
}
