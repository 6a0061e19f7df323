import { expect, test } from 'vitest';
import { settingTroubles } from './setting-troubles.ts';

test('a trouble goes to the setting that it names, also inside a value, and never to one that only begins alike', () => {
  const error = (where: string) => ({ where, what: where, todo: '' });
  const keys = ['contact.conflict', 'contact.conflict.fields', 'exclude.domains', 'event.past'];
  const troubles = settingTroubles(
    [error('body.settings.contact.conflict.fields.title'), error('body.settings.exclude.domains.0'), error('body.settings.event.pastry')],
    keys,
  );
  expect([...troubles].map(([key, { where }]) => [key, where])).toEqual([
    ['contact.conflict.fields', 'body.settings.contact.conflict.fields.title'],
    ['exclude.domains', 'body.settings.exclude.domains.0'],
  ]);
});
