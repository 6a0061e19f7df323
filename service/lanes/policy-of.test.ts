import { expect, it } from 'vitest';
import { policyOf } from './policy-of.ts';
import type { LaneFacts } from './ports.ts';
import { factsOf } from './testing/facts-of.ts';

const now = Date.UTC(2026, 0, 31, 8, 15);
const setting = (level: LaneFacts['settings'][number]['level'], key: string, value: unknown, mayAdjust = true) => ({
  level,
  levelId: level,
  key,
  value,
  mayAdjust,
});

it('is the defaults of the decisions where nobody set anything', () => {
  const policy = policyOf(factsOf(), now);
  expect(policy).toMatchObject({
    window: { start: '2026-01-17T08:15:00.000Z', end: '2026-04-01T08:15:00.000Z' },
    eventsFrom: '2026-01-01T00:00:00.000Z',
    salesforceUserId: '005000000000001AAA',
    invitations: 'ask',
    contactFolder: 'Salesforce Contacts',
    taskList: 'Salesforce Tasks',
    closedTasksFrom: '2026-01-17',
  });
  expect([...policy.colleagues]).toEqual(['ann@fernwood.example', 'bob@fernwood.example']);
  for (const object of ['contact', 'event', 'task'] as const)
    expect(policy.objects[object]).toMatchObject({ up: true, down: true, trigger: 'category', deletes: { up: true, down: true } });
});

it('takes the nearest level that may adjust, each object and direction for itself', () => {
  const settings = [
    setting('plan', 'contact.up', false, false),
    setting('user', 'contact.up', true),
    setting('customer', 'event.deletions.down', false),
    setting('organization', 'event.trigger', 'everything'),
    setting('user', 'event.trigger', 'saved'),
    setting('user', 'task.conflict', 'outlook'),
  ];
  const { objects } = policyOf(factsOf({ settings }), now);
  expect(objects.contact.up).toBe(false);
  expect(objects.event).toMatchObject({ trigger: 'saved', deletes: { up: true, down: false } });
  expect(objects.task.conflict).toBe('outlook');
  expect(objects.contact.conflict).toBe('newer');
});

it('has no first day where the past was asked for, and a window as wide as was set', () => {
  const settings = [
    setting('customer', 'event.past', true),
    setting('customer', 'event.window.daysBack', 30),
    setting('customer', 'event.window.daysAhead', 1),
  ];
  expect(policyOf(factsOf({ settings }), now)).toMatchObject({
    eventsFrom: null,
    window: { start: '2026-01-01T08:15:00.000Z', end: '2026-02-01T08:15:00.000Z' },
  });
});
