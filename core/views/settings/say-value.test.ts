import { expect, test } from 'vitest';
import { settingsText, translate } from '../../text/index.ts';
import { sayValue } from './say-value.ts';

const say = (key: string, value: unknown) => sayValue(translate(settingsText, 'en'), key, value, (field) => field.toUpperCase());

test.each([
  ['contact.up', true, 'Yes'],
  ['contact.up', false, 'No'],
  ['contact.trigger', 'saved', 'only what I save'],
  ['contact.trigger', 'of-a-newer-service', 'of-a-newer-service'],
  ['email.relateTo', 'none', 'nothing'],
  ['contact.account', 'off', 'none'],
  ['contact.lead', 'create', 'make a contact beside it'],
  ['category', 'newer', 'newer'],
  ['event.window.daysAhead', 60, '60'],
  ['exclude.domains', [], 'none'],
  ['exclude.domains', ['a.example', 'b.example'], 'a.example, b.example'],
  ['contact.mapping', [{ kind: 'pair' }], '1 rule'],
  ['contact.conflict.fields', {}, 'none'],
  ['contact.conflict.fields', { title: 'ask', email: 'newer' }, 'TITLE: ask me, EMAIL: the newer edit wins'],
])('%s of %j reads "%s"', (key, value, words) => {
  expect(say(key, value)).toBe(words);
});
