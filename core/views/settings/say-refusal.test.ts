import { beforeAll, expect, test } from 'vitest';
import { loadLanguage, settingsText, translate } from '../../text/index.ts';
import { sayRefusal } from './say-refusal.ts';

beforeAll(() => loadLanguage('de'));

const refusal = { what: 'It was set for the customer, which forbids adjusting it', todo: 'Ask who set it there.' };

test('a known refusal is said in the language of the reader, with its levels', () => {
  const known = { ...refusal, code: 'setting_locked', values: { levels: 'customer' } };
  expect(sayRefusal(translate(settingsText, 'de'), known)).toBe(
    'Festgelegt für: Kunde. Dort ist das Anpassen untersagt; fragen Sie dort nach.',
  );
  const level = { ...refusal, code: 'setting_level', values: { levels: 'customer organization' } };
  expect(sayRefusal(translate(settingsText, 'en'), level)).toBe('It is not set on this level, but on: customer, organization.');
});

test('one that a newer service knows, or that has no code, is said in its own words', () => {
  const own = 'It was set for the customer, which forbids adjusting it. Ask who set it there.';
  expect(sayRefusal(translate(settingsText, 'de'), { ...refusal, code: 'setting_eclipsed' })).toBe(own);
  expect(sayRefusal(translate(settingsText, 'de'), refusal)).toBe(own);
});
