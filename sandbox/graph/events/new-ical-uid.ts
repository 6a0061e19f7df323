import { createHash } from 'node:crypto';

const prefix = '040000008200E00074C5B7101A82E008';

/** A GlobalObjectId as Outlook makes them: prefix, original date (zero in a series master), creation time, unique part. */
export function newICalUId(mailbox: string, seq: number, now: number): string {
  const fileTime = (BigInt(now) + 11_644_473_600_000n) * 10_000n;
  const time = fileTime.toString(16).toUpperCase().padStart(16, '0');
  const littleEndian = time.match(/../g)?.reverse().join('') ?? time;
  const unique = createHash('md5').update(`${mailbox}/${seq}/${now}`).digest('hex').toUpperCase();
  return `${prefix}00000000${littleEndian}000000000000000010000000${unique}`;
}

/** The same meeting's occurrence on that day: year, month and day stand where the master has zeros. */
export function occurrenceICalUId(master: string, day: number): string {
  const date = new Date(day * 86_400_000);
  const hex = (value: number, width: number) => value.toString(16).toUpperCase().padStart(width, '0');
  return `${master.slice(0, 32)}${hex(date.getUTCFullYear(), 4)}${hex(date.getUTCMonth() + 1, 2)}${hex(date.getUTCDate(), 2)}${master.slice(40)}`;
}
