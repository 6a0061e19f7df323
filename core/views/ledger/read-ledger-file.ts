import type { Ask } from '../../contract/client/index.ts';

export type LedgerLine = Ask<'POST /api/users/{id}/ledger'>['body']['lines'][number];

/** A line of the file with its number, from 1 as editors count. */
export interface NumberedLine {
  number: number;
  line: LedgerLine;
  /** Length of its text in the file, in bytes. */
  bytes: number;
}

export interface LedgerFile {
  /** The first line, which names the mailbox; null where the file begins with something else. */
  mailbox: NumberedLine | null;
  lines: NumberedLine[];
  /** Numbers of the lines that are no JSON objects. */
  broken: number[];
}

const parse = (text: string): LedgerLine | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    // The service checks the rest and says what is wrong; here it only has to be something that can be sent.
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as LedgerLine) : undefined;
  } catch {
    return undefined;
  }
};

/** Takes a JSON Lines file apart. Empty lines count, so that numbers are those of an editor, and are passed over. */
export const readLedgerFile = (text: string): LedgerFile => {
  const encoder = new TextEncoder();
  const lines: NumberedLine[] = [];
  const broken: number[] = [];
  for (const [place, one] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (one.trim() === '') continue;
    const line = parse(one);
    if (line === undefined) broken.push(place + 1);
    else lines.push({ number: place + 1, line, bytes: encoder.encode(one).length });
  }
  const first = lines[0];
  if (first?.line.kind !== 'mailbox' || (broken[0] ?? Number.POSITIVE_INFINITY) < first.number) return { mailbox: null, lines, broken };
  return { mailbox: first, lines: lines.slice(1), broken };
};
