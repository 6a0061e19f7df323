import { expect, it } from 'vitest';
import { findZone } from './find-zone.ts';
import { fromUtc, toUtc, wallTime } from './local-time.ts';

it('knows Windows and IANA names', () => {
  expect(findZone('W. Europe Standard Time')).toBe('Europe/Berlin');
  expect(findZone('Asia/Kolkata')).toBe('Asia/Kolkata');
  expect(findZone('tzone://Microsoft/Utc')).toBe('UTC');
  expect(findZone('Mars/Olympus')).toBeUndefined();
  expect(findZone('nonsense')).toBeUndefined();
});

it.each([
  ['2026-07-01T09:00:00.0000000', 'Europe/Berlin', '2026-07-01T07:00:00.0000000'],
  ['2026-12-01T09:00:00.0000000', 'Europe/Berlin', '2026-12-01T08:00:00.0000000'],
  ['2026-03-29T01:59:59.0000000', 'Europe/Berlin', '2026-03-29T00:59:59.0000000'],
  ['2026-03-29T03:00:00.0000000', 'Europe/Berlin', '2026-03-29T01:00:00.0000000'],
  ['2026-10-25T03:00:00.0000000', 'Europe/Berlin', '2026-10-25T02:00:00.0000000'],
  ['2026-11-22T23:45:00.1234567', 'Asia/Kolkata', '2026-11-22T18:15:00.1234567'],
  ['2026-04-05T03:15:00.0000000', 'Australia/Lord_Howe', '2026-04-04T16:45:00.0000000'],
])('%s in %s is %s in UTC, and back', (wall, zone, utc) => {
  expect(toUtc(wall, zone)).toBe(utc);
  expect(fromUtc(utc, zone)).toBe(wall);
});

it('reads a skipped time as the later one and a doubled time as the earlier one', () => {
  expect(toUtc('2026-03-29T02:30:00.0000000', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.0000000');
  expect(toUtc('2026-10-25T02:30:00.0000000', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.0000000');
});

it('takes no offset, no month 13 and no 30th of February', () => {
  for (const text of ['2026-01-01T00:00:00+01:00', '2026-13-01T00:00:00', '2026-02-30T00:00:00', 'soon'])
    expect(wallTime(text)).toBeUndefined();
  expect(wallTime('2026-01-01')).toBe('2026-01-01T00:00:00.0000000');
});
