import { describe, expect, it } from 'vitest';
import { WINDOWS_TO_IANA_MAP } from 'windows-iana';
import { ianaZone, nearestMidnight, startOfDay, wallToInstant, windowsZone, zoneOf } from './index.ts';

describe('names of time zones', () => {
  it('are found for every Windows name, and lead back to it', () => {
    const names = [...new Set(WINDOWS_TO_IANA_MAP.map(({ windowsName }) => windowsName))];
    const lost = names.filter((name) => windowsZone(ianaZone(name) ?? '') !== name);
    expect(names.length).toBeGreaterThan(130);
    expect(lost).toEqual([]);
  });

  it.each([
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['w. europe standard time', 'Europe/Berlin'],
    [' UTC ', 'UTC'],
    ['tzone://Microsoft/Utc', 'UTC'],
    ['america/new_york', 'America/New_York'],
    ['Customized Time Zone', null],
    ['tzone://Microsoft/Custom', null],
    ['+05:30', null],
    ['', null],
    [null, null],
  ])('%s is %s', (name, expected) => {
    expect(ianaZone(name)).toBe(expected);
  });

  it('follow the law where the package is older', () => {
    expect(ianaZone('Central Asia Standard Time')).toBe('Asia/Bishkek');
    expect(wallToInstant('2026-05-05T09:00:00', ianaZone('Mountain Standard Time (Mexico)') ?? '')).toBe('2026-05-05T16:00:00.000Z');
    expect(windowsZone('Asia/Almaty')).toBe('West Asia Standard Time');
    expect(windowsZone('America/Chihuahua')).toBe('Central Standard Time (Mexico)');
  });

  it('fall back to UTC only where asked for', () => {
    expect(zoneOf('nowhere')).toBe('UTC');
    expect(windowsZone('nowhere')).toBeNull();
  });

  it('survive ever new names', () => {
    for (let index = 0; index < 5_000; index++) ianaZone(`Made/Up_${index}`);
    expect(ianaZone('Europe/Berlin')).toBe('Europe/Berlin');
    // The cache was emptied on the way, and UTC is UTC still: CLDR's name for it is another one.
    expect([ianaZone('UTC'), ianaZone('tzone://Microsoft/Utc')]).toEqual(['UTC', 'UTC']);
  });
});

describe('times in zones', () => {
  it('are none where there is no such day or clock', () => {
    expect(wallToInstant('2026-02-30T09:00:00', 'Europe/Berlin')).toBeNull();
    expect(wallToInstant('2026-02-20T25:00:00', 'Europe/Berlin')).toBeNull();
    expect(startOfDay('2026-13-01', 'Europe/Berlin')).toBeNull();
  });

  it('begin a day without a midnight at its first moment', () => {
    expect(startOfDay('2026-04-24', 'Africa/Cairo')).toBe('2026-04-23T22:00:00.000Z');
  });

  it('know the nearest midnight, as far as asked', () => {
    expect(nearestMidnight('2026-11-21T22:30:00Z', 'Europe/Berlin', 2)).toBe('2026-11-22');
    expect(nearestMidnight('2026-11-22T08:00:00Z', 'Europe/Berlin', 2)).toBeNull();
  });
});
