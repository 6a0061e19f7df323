import type { LeftPart, Write } from '../../../core/sync/index.ts';

/** Records that belong to a mail: its sender's relation, its files. */
export type FurnishingKind = 'EmailMessageRelation' | 'ContentVersion';

/** A mail whose record stands. */
export interface SavedMail {
  write: Write;
  id: string;
  /** An earlier attempt may have come further than the record. */
  again: boolean;
  /** Of these kinds everything was sent along with the record; large files never are. */
  furnished?: ReadonlySet<FurnishingKind>;
  /** What stays in Outlook. */
  left: LeftPart[];
}
