/** On whose behalf a record is written, and how. */
export interface Writer {
  userId: string;
  /** the header that lets a suspected duplicate pass */
  allowDuplicates?: boolean;
  /** milliseconds until the write shows to readers, though its SystemModstamp is now */
  visibleAfter?: number;
  /** the sandbox itself (seeds, imports, simulated people): may set the audit fields, and is not held up by sharing */
  trusted?: boolean;
}
