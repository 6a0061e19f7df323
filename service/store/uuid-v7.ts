import { randomBytes } from 'node:crypto';

/** Ids whose random bits are fetched together: each fetch is a call into the system, however little it brings. */
const atOnce = 128;
const tailSize = 8;

/**
 * Makes UUIDs of version 7 (RFC 9562, 5.7): 48 bits of time, then a 12-bit counter within the millisecond, then random bits. Ids of
 * one process sort in the order they were made, which keeps index pages together.
 */
export function uuidV7(now: () => number, random: (size: number) => Uint8Array = randomBytes): { next(): string } {
  let last = 0;
  let counter = 0;
  let pool: Uint8Array = new Uint8Array();
  let used = 0;
  const nextTail = (): Uint8Array => {
    if (used + tailSize > pool.length) {
      pool = random(atOnce * tailSize);
      used = 0;
    }
    used += tailSize;
    return pool.subarray(used - tailSize, used);
  };
  return {
    next() {
      const time = Math.max(now(), last);
      counter = time === last ? counter + 1 : 0;
      // The counter is full: borrow from the next millisecond rather than repeat.
      last = counter > 0xfff ? time + 1 : time;
      if (counter > 0xfff) counter = 0;
      const tail = nextTail();
      tail[0] = ((tail[0] ?? 0) & 0x3f) | 0x80;
      const hex = last.toString(16).padStart(12, '0') + (0x7000 | counter).toString(16) + Buffer.from(tail).toString('hex');
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
    },
  };
}
