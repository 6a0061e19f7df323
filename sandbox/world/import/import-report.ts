/** Something that did not come in whole, by its place in the export. */
export interface Refused {
  /** path below the imported folder */
  file: string;
  /** from 1, where known */
  line?: number;
  /** name, id or subject of the item, where known */
  item?: string;
  reason: string;
}

export interface ImportReport {
  /** the imported folder */
  world: string;
  /** files read, by kind */
  files: Record<string, number>;
  /** files of other kinds, left alone */
  ignored: number;
  mailboxes: string[];
  /** items that are in the world now, by kind */
  imported: Record<string, number>;
  /** not in the world */
  refused: Refused[];
  /** in the world, but without some part that could not be kept */
  partly: Refused[];
}

export function newReport(world: string): ImportReport {
  return { world, files: {}, ignored: 0, mailboxes: [], imported: {}, refused: [], partly: [] };
}

export function countOne(counts: Record<string, number>, kind: string): void {
  counts[kind] = (counts[kind] ?? 0) + 1;
}

/** The message of a failure in one line, in the words of the service that refused where there are some. */
export function reasonOf(failure: unknown): string {
  const { message = String(failure), errorCode, code } = failure as { message?: string; errorCode?: string; code?: string };
  const named = errorCode ?? code;
  return `${typeof named === 'string' ? `${named}: ` : ''}${message}`.replace(/\s+/g, ' ').slice(0, 300);
}
