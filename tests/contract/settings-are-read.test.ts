import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type SettingName, settingKeys } from '../../core/customization/index.ts';
import { objectKinds } from '../../core/model/index.ts';

const root = new URL('../../', import.meta.url).pathname;
const isSource = (path: string): boolean =>
  path.endsWith('.ts') && !path.endsWith('.test.ts') && !/^(text|views)\//.test(path) && !path.endsWith('setting-keys.ts');
const sources = ['core', 'service'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(isSource)
    .map((path) => readFileSync(join(root, folder, path), 'utf8')),
);

/** As code names a setting: by its whole key, by its object and the rest of the key, or as a property. */
const spellings = (name: string): string[] => {
  const [object, ...rest] = name.split('.');
  const perObject = objectKinds.some((kind) => kind === object) ? [`{object}.${rest.join('.')}\``] : [];
  return [`['${name}']`, ...perObject.map((text) => `$${text}`), ...(rest.length === 0 ? [`settings.${name}`] : [])];
};
const isRead = (name: string): boolean => spellings(name).some((text) => sources.some((source) => source.includes(text)));

test.each(Object.keys(settingKeys) as SettingName[])('%s does something', (name) => {
  expect(isRead(name), `nothing but texts, views and the list itself reads "${name}": build it, or take it away`).toBe(true);
});

test('a setting that nothing reads is found', () => {
  expect(isRead('event.attendees.down')).toBe(false);
});
