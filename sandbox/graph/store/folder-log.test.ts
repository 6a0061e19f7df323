import { expect, it } from 'vitest';
import { FolderLog } from './folder-log.ts';

const numbers = (log: FolderLog, seq = 0, quietUntil = 0) => [...log.after(seq, quietUntil, true)].map((entry) => entry.no);

it('shows each item once, at its newest change', () => {
  const log = new FolderLog();
  for (const [seq, no] of [
    [1, 1],
    [2, 2],
    [3, 1],
  ] as const)
    log.add({ seq, no, at: 0 });
  expect(numbers(log)).toEqual([2, 1]);
  expect(numbers(log, 2)).toEqual([1]);
  expect(numbers(log, 3)).toEqual([]);
});

it('keeps quiet in a first round about what was gone before it', () => {
  const log = new FolderLog();
  log.add({ seq: 1, no: 1, at: 0 });
  log.add({ seq: 2, no: 1, at: 0, gone: 0 });
  expect(numbers(log, 0, 2)).toEqual([]);
  expect(numbers(log, 1)).toEqual([1]);
});

it('stays small under many edits of few items, and still tells what is gone', () => {
  const log = new FolderLog();
  log.add({ seq: 1, no: 9, at: 0 });
  log.add({ seq: 2, no: 9, at: 0, gone: 0 });
  for (let seq = 3; seq < 50_000; seq += 1) log.add({ seq, no: seq % 3, at: 0 });
  expect(numbers(log)).toHaveLength(4);
  expect(numbers(log, 49_998)).toEqual([49_999 % 3]);
  expect(log.lastSeq).toBe(49_999);
});
