import { expect, test } from 'vitest';
import { reasons } from '../model/index.ts';
import { formatMessage } from './format-message.ts';
import * as texts from './index.ts';
import { loadLanguage, locales, placeholders, type Words } from './index.ts';

await loadLanguage('de');

const features = Object.entries(texts).filter(
  (entry): entry is [string, Words] => typeof entry[1] === 'object' && !Array.isArray(entry[1]) && 'de' in entry[1],
);

test.each(features)('%s has the same keys, and asks for the same values, in every language', (_name, feature) => {
  for (const locale of locales) {
    expect(Object.keys(feature[locale])).toEqual(Object.keys(feature.en));
    for (const [key, message] of Object.entries(feature[locale])) {
      expect(message.trim(), `${locale} ${key}`).not.toBe('');
      expect(placeholders(message), `${locale} ${key}`).toEqual(placeholders(feature.en[key] as string));
    }
  }
});

test.each(features)('%s is a translation, loaded on demand', (_name, feature) => {
  expect(feature.de).not.toBe(feature.en);
});

test('every reason code has its title and its sentence in every language', () => {
  for (const locale of locales) {
    for (const all of [texts.reasonTitles, texts.reasonDetails]) {
      expect(Object.keys(all[locale]).sort()).toEqual(Object.keys(reasons).sort());
    }
  }
});

test('titles are short and no two reasons read alike', () => {
  for (const locale of locales) {
    const titles = Object.values(texts.reasonTitles[locale]);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles.filter((title) => title.length > 56)).toEqual([]);
  }
});

test('German is written in full: no two dots for an ellipsis, no straight quotes, no "Du"', () => {
  for (const [name, feature] of features) {
    for (const [key, message] of Object.entries(feature.de)) {
      expect(message, `${name} ${key}`).not.toMatch(/\.\.|"|\b[Dd](u|ein|eine|ir)\b/);
    }
  }
});

test('a notice of the ribbon never passes the 150 characters that Outlook takes', () => {
  for (const locale of locales) {
    for (const [key, message] of Object.entries(texts.ribbonText[locale])) {
      if (key !== 'trouble' && key !== 'description')
        expect(formatMessage(message, { time: '10:32' }, locale).length, key).toBeLessThanOrEqual(150);
    }
  }
});
