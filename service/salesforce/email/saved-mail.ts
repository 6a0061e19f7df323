import type { LeftPart, Write } from '../../../core/sync/index.ts';

/** A mail whose record stands. */
export interface SavedMail {
  write: Write;
  id: string;
  /** An earlier attempt may have come further than the record. */
  again: boolean;
  /** What stays in Outlook. */
  left: LeftPart[];
}
