import { beforeAll, describe, expect, it } from 'vitest';
import { settingKeys } from '../../customization/index.ts';
import { loadLanguage, settingsText, translate } from '../../text/index.ts';
import { nameSetting } from './name-setting.ts';

beforeAll(() => loadLanguage('de'));

describe.each(['en', 'de'] as const)('in %s', (language) => {
  const name = (key: string) => nameSetting(translate(settingsText, language), key);

  it('every setting has words, none goes by its key', () => {
    expect(Object.keys(settingKeys).filter((key) => name(key) === key)).toEqual([]);
  });

  it('and no two of a group have the same', () => {
    const names = Object.keys(settingKeys).map((key) => `${key.split('.')[0]} ${name(key)}`);
    expect(names.filter((one, at) => names.indexOf(one) !== at)).toEqual([]);
  });

  it('a setting of a newer service goes by its key', () => expect(name('event.colour')).toBe('event.colour'));
});
