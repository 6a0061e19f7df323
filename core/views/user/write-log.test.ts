import { expect, test } from 'vitest';
import { type LogLine, writeLog } from './write-log.ts';

const line: LogLine = {
  at: '2026-11-22T12:00:00.000Z',
  kind: 'issue',
  side: 'salesforce',
  object: 'contact',
  id: '003000000000001AAA',
  action: null,
  reason: 'refused-by-rule',
  fields: ['title', 'email'],
  message: '=HYPERLINK("x"), "quoted"\nnext',
};

test('JSON Lines can be read back line by line', () => {
  const lines = writeLog([line, line], 'jsonl').trimEnd().split('\n');
  expect(lines.map((one) => JSON.parse(one))).toEqual([line, line]);
});

test('CSV has a head, quotes every cell, and no cell begins a formula', () => {
  expect(writeLog([line], 'csv')).toBe(
    'at,kind,side,object,id,action,reason,fields,message\r\n' +
      '"2026-11-22T12:00:00.000Z","issue","salesforce","contact","003000000000001AAA","","refused-by-rule","title email","\'=HYPERLINK(""x""), ""quoted""\nnext"\r\n',
  );
});
