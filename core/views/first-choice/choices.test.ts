import { expect, test } from 'vitest';
import { changesOf, kinds, mayChoose, readChoices, type Setting } from './choices.ts';

const setting = (key: string, value: unknown, adjustable = true): Setting => ({
  ...{ key, value, adjustable, from: { level: 'default', id: null }, own: null },
});
const settings = kinds.flatMap((kind) => [
  setting(`${kind}.up`, true),
  ...(kind === 'email' ? [] : [setting(`${kind}.down`, true)]),
  setting(`${kind}.trigger`, 'category'),
]);

test('what is chosen already changes nothing', () => {
  const choices = readChoices(settings);
  expect(choices).toEqual({ ways: { contact: 'both', event: 'both', task: 'both', email: 'up' }, trigger: 'category' });
  expect(changesOf(settings, choices)).toEqual([]);
});

test('a way is its two switches, a trigger that of all kinds', () => {
  const changes = changesOf(settings, { ways: { contact: 'down', event: 'none', task: 'both', email: 'none' }, trigger: 'saved' });
  expect(changes.map((change) => [change.key, 'value' in change && change.value])).toEqual([
    ['contact.up', false],
    ['contact.trigger', 'saved'],
    ['event.up', false],
    ['event.down', false],
    ['event.trigger', 'saved'],
    ['task.trigger', 'saved'],
    ['email.up', false],
    ['email.trigger', 'saved'],
  ]);
});

test('what an administrator holds is left out, and different triggers stay as they are', () => {
  const held = settings.map((one) => (one.key === 'contact.up' || one.key === 'contact.down' ? { ...one, adjustable: false } : one));
  const mixed = held.map((one) => (one.key === 'task.trigger' ? { ...one, value: 'everything' } : one));
  expect([mayChoose(mixed, 'contact'), mayChoose(mixed, 'event')]).toEqual([false, true]);
  const choices = readChoices(mixed);
  expect(choices.trigger).toBe('mixed');
  expect(changesOf(mixed, { ...choices, ways: { ...choices.ways, contact: 'none', task: 'up' } })).toEqual([
    { key: 'task.down', value: false, mayAdjust: true },
  ]);
});
