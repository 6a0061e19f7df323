import type { Fields, Link, SyncError } from '../../model/index.ts';
import type { ClaimedLane, IssueNote } from './lane-store.ts';

/** A record that may still say what a meeting says which is private now. */
export interface ExposedMeeting {
  /** This mailbox's item, by which it is known to be private. */
  outlookId: string;
  start: string | null;
  /** Its redacted projection: all that may stand in Salesforce. */
  fields: Fields;
  /** Whose link it is: a mailbox that does not sync now, so that its own lane does not see to it. */
  holder: { userId: string; address: string };
  link: Link;
}

/** What became of one: done, left because the holder's lane is taken just now, or why nobody could. */
export type RedactAnswer = { exposed: ExposedMeeting } & ({ done: true } | { done: false; error: SyncError | null });

/** What the books know of words that must not stay in Salesforce. Implemented by service/store/lane-store. */
export interface ExposedBooks {
  /** Records of this mailbox's private meetings that another mailbox holds, and whether an issue about such is open. */
  exposedMeetings(lane: ClaimedLane): Promise<{ meetings: ExposedMeeting[]; asked: boolean }>;
  /** Opens or refreshes these issues, and resolves the others of their kind. */
  saveExposed(lane: ClaimedLane, issues: readonly IssueNote[], at: string): Promise<void>;
}
