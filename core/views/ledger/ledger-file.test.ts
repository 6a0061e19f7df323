import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutPortions } from './cut-portions.ts';
import { readLedgerFile } from './read-ledger-file.ts';

const mailbox = '{"kind":"mailbox"}';
const link = (id: number, more = '') => `{"kind":"link","outlookId":"${id}${more}"}`;

test('lines keep the numbers of an editor; empty ones are passed over, broken ones named', () => {
  const file = readLedgerFile(`\uFEFF${mailbox}\r\n\n${link(1)}\nnot json\n["a list"]\n${link(2)}\n`);
  expect(file.mailbox?.number).toBe(1);
  expect(file.lines.map(({ number }) => number)).toEqual([3, 6]);
  expect(file.broken).toEqual([4, 5]);
});

test.each([
  ['another kind first', `${link(1)}\n${mailbox}`],
  ['a broken line first', `{"kind":"mail\n${mailbox}`],
  ['nothing at all', ''],
])('%s: the file names no mailbox', (_, text) => {
  expect(readLedgerFile(text).mailbox).toBeNull();
});

test('portions: every line once and in order, the mailbox in front of each, none above the size unless it is one line alone', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(60), { maxLength: 60 }),
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 60, max: 400 }),
      (fills, most, bytes) => {
        const text = [mailbox, ...fills.map((fill, place) => link(place, 'ä'.repeat(fill)))].join('\n');
        const file = readLedgerFile(text);
        if (file.mailbox === null) throw new Error('no mailbox');
        const portions = cutPortions(file.mailbox, file.lines, { lines: most, bytes });
        expect(portions.flatMap((portion) => portion.slice(1))).toEqual(file.lines);
        for (const portion of portions) {
          expect(portion[0]).toBe(file.mailbox);
          expect(portion.length).toBeLessThanOrEqual(most + 1);
          const sent = new TextEncoder().encode(JSON.stringify(portion.map(({ line }) => line))).length;
          expect(portion.length <= 2 || sent <= bytes + 2).toBe(true);
        }
      },
    ),
  );
});
