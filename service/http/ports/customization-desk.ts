import type { PieceKind } from '../../../core/model/index.ts';
import type { Act } from './act.ts';

export interface PieceRow {
  kind: PieceKind;
  name: string;
  madeByUs: boolean;
}

export interface ClearPreview {
  objects: readonly { object: string; removed: number; edited: number; meetings: number; other: number }[];
  pairs: number;
  pieces: readonly PieceRow[];
}

/** What Lockstep put into mailboxes, and taking it out. `wall` as in Directory. */
export interface CustomizationDesk {
  pieces(wall: readonly string[], userId: string): Promise<PieceRow[]>;
  preview(wall: readonly string[], userId: string): Promise<ClearPreview>;
  /** Begins it, or says which job already has the mailbox to itself. */
  start(
    mailbox: { customerId: string; userId: string },
    kind: 'reset' | 'reapply',
    act: Act,
  ): Promise<{ ok: true; jobId: string } | { ok: false; jobId: string; kind: string }>;
}
