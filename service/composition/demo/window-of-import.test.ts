import { expect, it } from 'vitest';
import { windowOfImport } from './window-of-import.ts';

const now = Date.parse('2026-11-22T12:00:00Z');

it.each([
  ['nothing', [], { back: 366, ahead: 366 }],
  ['a week around today', [{ first: '2026-11-20T00:00:00Z', last: '2026-11-27T00:00:00Z' }], { back: 366, ahead: 366 }],
  ['only the past', [{ first: '1996-07-01T20:00:00.0000000Z', last: '2006-01-01T00:00:00Z' }], { back: 11_103, ahead: 366 }],
  [
    'two mailboxes, each reaching out on one side',
    [
      { first: '2020-01-01T00:00:00Z', last: '2021-01-01T00:00:00Z' },
      { first: '2026-01-01T00:00:00Z', last: '2030-01-01T00:00:00Z' },
    ],
    { back: 2520, ahead: 1138 },
  ],
])('holds %s', (_name, calendars, window) => {
  expect(windowOfImport(calendars, now)).toEqual(window);
});
