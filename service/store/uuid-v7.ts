import { randomBytes } from 'node:crypto';

/**
 * Makes UUIDs of version 7 (RFC 9562, 5.7): 48 bits of time, then a 12-bit counter within the millisecond, then random bits. Ids of
 * one process sort in the order they were made, which keeps index pages together.
 */
export function uuidV7(now: () => number, random: (size: number) => Uint8Array = randomBytes): { next(): string } {
  let last = 0;
  let counter = 0;
  return {
    next() {
      const time = Math.max(now(), last);
      counter = time === last ? counter + 1 : 0;
      // The counter is full: borrow from the next millisecond rather than repeat.
      last = counter > 0xfff ? time + 1 : time;
      if (counter > 0xfff) counter = 0;
      const tail = random(8);
      tail[0] = ((tail[0] ?? 0) & 0x3f) | 0x80;
      const hex = last.toString(16).padStart(12, '0') + (0x7000 | counter).toString(16) + Buffer.from(tail).toString('hex');
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
    },
  };
}
