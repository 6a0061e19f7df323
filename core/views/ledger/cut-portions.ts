import type { NumberedLine } from './read-ledger-file.ts';

/** What one request takes: so many lines, and a body below the service's 1 MB. */
export interface PortionSize {
  lines: number;
  bytes: number;
}
const usual: PortionSize = { lines: 500, bytes: 900_000 };

/**
 * Cuts lines into portions of one request each. The mailbox's line goes along with every portion, so that none gets into another mailbox,
 * and counts. A line that alone is too large gets a portion of its own: the service says so, of that line only.
 */
export const cutPortions = (mailbox: NumberedLine, lines: readonly NumberedLine[], size: PortionSize = usual): NumberedLine[][] => {
  const portions: NumberedLine[][] = [];
  let bytes = 0;
  for (const line of lines) {
    const last = portions.at(-1);
    if (last === undefined || last.length > size.lines || bytes + line.bytes + 1 > size.bytes) {
      portions.push([mailbox, line]);
      bytes = mailbox.bytes + line.bytes + 2;
    } else {
      last.push(line);
      bytes += line.bytes + 1;
    }
  }
  return portions.length === 0 ? [[mailbox]] : portions;
};
