import type { ConflictDecider, ConflictKeep, ConflictState, FieldValue } from '../../../core/model/index.ts';
import { isoOf } from '../lane-desk/lane-facts.ts';

export interface ConflictDbRow {
  id: string;
  customer_id: string;
  user_id: string;
  object: string;
  field: string;
  title: string | null;
  outlook_id: string;
  salesforce_id: string;
  has_base: boolean;
  base: FieldValue;
  outlook: FieldValue;
  salesforce: FieldValue;
  outlook_at: Date | null;
  salesforce_at: Date | null;
  winner: ConflictKeep | null;
  decided_by: ConflictDecider | null;
  state: ConflictState;
  answered_by: string | null;
  opened_at: Date;
  deadline_at: Date | null;
  settled_at: Date | null;
}

export function toConflict(row: ConflictDbRow) {
  const { id, object, field, title, base, outlook, salesforce, winner, state } = row;
  return {
    id,
    customerId: row.customer_id,
    userId: row.user_id,
    object,
    field,
    title,
    outlookId: row.outlook_id,
    salesforceId: row.salesforce_id,
    hasBase: row.has_base,
    base,
    outlook,
    salesforce,
    outlookEditedAt: isoOf(row.outlook_at),
    salesforceEditedAt: isoOf(row.salesforce_at),
    state,
    winner,
    decidedBy: row.decided_by,
    answeredBy: row.answered_by,
    openedAt: row.opened_at.toISOString(),
    deadlineAt: isoOf(row.deadline_at),
    settledAt: isoOf(row.settled_at),
  };
}
