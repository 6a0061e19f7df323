/** One item of a mailbox as it is kept; a row is never edited, always replaced (the journal and the caches rely on it). */
export interface Row<B> {
  /** number inside the mailbox, never used again */
  no: number;
  owner: string;
  /** number of the folder or calendar it lies in */
  folder: number;
  /** place of its last change in the mailbox's history; also its change key */
  seq: number;
  /** how often it was moved: part of its mutable id */
  moves: number;
  /** milliseconds since 1970 */
  created: number;
  modified: number;
  /** a tombstone keeps the place in the history that a delta reader must be told of */
  deleted?: true;
  /** folders it left by a move, with the mutable id that died there */
  left?: { folder: number; seq: number; moves: number }[];
  /** returned to a folder that it had left: readers of immutable ids are not told (a known bug of the service) */
  back?: true;
  body: B;
  /** singleValueExtendedProperties by id; never echoed */
  stamps?: Record<string, string>;
}
