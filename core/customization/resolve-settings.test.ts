import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type SettingLevel, settingLevels } from '../model/index.ts';
import { type MadeSetting, mayAdjust, resolveSettings, type SettingName, settingKeys, settingValues } from './index.ts';

const made = (level: SettingLevel, value: unknown, more: Partial<MadeSetting> = {}): MadeSetting => ({
  level,
  levelId: `${level}-1`,
  key: 'event.window.daysAhead',
  value,
  mayAdjust: true,
  ...more,
});
const ahead = (...all: MadeSetting[]) => resolveSettings(all)['event.window.daysAhead'];

describe('settings', () => {
  test('every default fits its own schema', () => {
    for (const [name, one] of Object.entries(settingKeys)) expect(one.schema.safeParse(one.default).success, name).toBe(true);
  });

  test('nobody set it: the default', () => {
    expect(ahead()).toEqual({ value: 60, from: { level: 'default', id: null }, lockedBy: null });
    expect(settingValues(resolveSettings([]))['contact.trigger']).toBe('category');
  });

  test('the narrower level overrides the wider one, in whatever order they come', () => {
    expect(ahead(made('user', 5), made('plan', 90), made('organization', 30))).toMatchObject({
      value: 5,
      from: { level: 'user', id: 'user-1' },
    });
  });

  test('a wider level that forbids adjusting wins', () => {
    expect(ahead(made('customer', 90, { mayAdjust: false }), made('organization', 30), made('user', 5))).toMatchObject({
      value: 90,
      lockedBy: 'customer',
    });
  });

  test('a narrower level cannot unlock what a wider one locked', () => {
    expect(ahead(made('plan', 90, { mayAdjust: false }), made('customer', 30, { mayAdjust: true }))).toMatchObject({
      value: 90,
      lockedBy: 'plan',
    });
  });

  test('a stored value that this version cannot read counts as not set, and locks nothing', () => {
    expect(ahead(made('customer', 'many', { mayAdjust: false }), made('user', 5))).toMatchObject({ value: 5, lockedBy: null });
  });

  test('a user cannot allow invitations: the key is for administrators', () => {
    const resolved = resolveSettings([made('user', true, { key: 'invitations.allowed' })]);
    expect(resolved['invitations.allowed'].value).toBe(false);
    expect(mayAdjust('invitations.allowed', 'user', resolved['invitations.allowed'])).toBe(false);
    expect(mayAdjust('invitations.allowed', 'organization', resolved['invitations.allowed'])).toBe(true);
  });

  test('the level that locked a setting may still change it, and so may wider ones', () => {
    const resolved = ahead(made('organization', 30, { mayAdjust: false }));
    const may = (level: SettingLevel) => mayAdjust('event.window.daysAhead', level, resolved);
    expect(settingLevels.map(may)).toEqual([true, true, true, false, false]);
  });

  test('keys that do not exist are passed over', () => {
    expect(Object.keys(resolveSettings([made('user', 1, { key: 'toString' })]))).toEqual(Object.keys(settingKeys));
  });

  test('whatever was stored, every value fits its schema', () => {
    const any = fc.record({
      level: fc.constantFrom(...settingLevels),
      levelId: fc.string(),
      key: fc.constantFrom(...(Object.keys(settingKeys) as SettingName[])),
      value: fc.oneof(fc.boolean(), fc.integer(), fc.string(), fc.constantFrom('everything', 'ask'), fc.constant(null)),
      mayAdjust: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 20 }), (all) => {
        for (const [name, one] of Object.entries(resolveSettings(all))) {
          expect(settingKeys[name as SettingName].schema.safeParse(one.value).success).toBe(true);
        }
      }),
    );
  });
});
