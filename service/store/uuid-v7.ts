import { randomBytes } from 'node:crypto';

/** Ids whose random bits are fetched together: each fetch is a call into the system, however little it brings. */
const atOnce = 128;
/** Hexadecimal digits of random bits in an id. */
const tailDigits = 16;
/** The first of them says that this is a UUID as RFC 9562 has it: two bits of it are random. */
const variants = '89ab';

/**
 * Makes UUIDs of version 7 (RFC 9562, 5.7): 48 bits of time, then a 12-bit counter within the millisecond, then random bits. Ids of
 * one process sort in the order they were made, which keeps index pages together.
 */
export function uuidV7(now: () => number, random: (size: number) => Uint8Array = randomBytes): { next(): string } {
  let last = 0;
  let counter = 0;
  let pool = '';
  let used = 0;
  let head = '';
  return {
    next() {
      const time = Math.max(now(), last);
      counter = time === last ? counter + 1 : 0;
      // The counter is full: borrow from the next millisecond rather than repeat.
      last = counter > 0xfff ? time + 1 : time;
      if (counter > 0xfff) counter = 0;
      if (counter === 0) head = hex(last, 12);
      if (used === pool.length) {
        pool = Buffer.from(random((atOnce * tailDigits) / 2)).toString('hex');
        used = 0;
      }
      const tail = pool.slice(used, used + tailDigits);
      used += tailDigits;
      const variant = variants[Number.parseInt(tail.slice(0, 1), 16) & 3] ?? '8';
      return `${head.slice(0, 8)}-${head.slice(8)}-7${hex(counter, 3)}-${variant}${tail.slice(1, 4)}-${tail.slice(4)}`;
    },
  };
}

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');
