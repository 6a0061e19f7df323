import { expect, test } from 'vitest';
import { uuidV7 } from './uuid-v7.ts';

test('ids are version 7, distinct, and sort in the order they were made, also within one millisecond and when the clock goes back', () => {
  let now = 1_760_000_000_000;
  const ids = uuidV7(() => now);
  const made: string[] = [];
  for (let index = 0; index < 10_000; index += 1) {
    if (index === 6_000) now -= 5_000;
    if (index === 8_000) now += 9_000;
    made.push(ids.next());
  }
  expect(new Set(made).size).toBe(10_000);
  expect([...made].sort()).toEqual(made);
  expect(made.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(true);
});
