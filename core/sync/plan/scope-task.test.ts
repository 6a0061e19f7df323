import { expect, it } from 'vitest';
import type { Facts, Observation } from '../../model/index.ts';
import type { ObjectPolicy, SyncPolicy } from '../policy.ts';
import { policy as fixture } from './plan-fixture.ts';
import { scopeDown, scopeUp } from './scope.ts';

const object: ObjectPolicy = {
  ...{ up: true, down: true, trigger: 'everything', deletes: { up: true, down: true }, conflict: 'newer', fieldConflicts: {} },
};
const policy = (task: Partial<ObjectPolicy> = {}): SyncPolicy => ({
  objects: { contact: object, event: object, task: { ...object, ...task }, email: object },
  window: { start: '2026-11-08T00:00:00Z', end: '2027-01-21T00:00:00Z' },
  eventsFrom: null,
  salesforceUserId: '005me',
  addresses: [],
  colleagues: new Set(),
  invitations: 'ask',
  category: 'Salesforce',
  contactFolder: null,
  taskList: 'Salesforce Tasks',
  closedTasksFrom: '2026-11-08',
  mail: fixture.mail,
});
const task = (side: 'outlook' | 'salesforce', facts: Partial<Facts>): Observation => ({
  ...{ side, object: 'task', remoteId: 't', version: '1', fields: {}, removed: false, confirmed: false, problem: null },
  facts: { modifiedAt: '2026-01-01T00:00:00.000Z', keys: [], ownerId: '005me', ...facts },
});

it.each<[string, Partial<Facts>, string | null]>([
  ['an open one, however old', { due: '2020-01-01', closed: false }, null],
  ['an open one without a day', { due: null, closed: false }, null],
  ['a done one of long ago', { due: '2026-11-07', closed: true }, 'outside-window'],
  ['a done one without a day, of long ago', { due: null, closed: true }, 'outside-window'],
  ['a done one that was due two weeks ago', { due: '2026-11-08', closed: true }, null],
  ['a done one edited of late', { due: '2020-01-01', closed: true, modifiedAt: '2026-11-08T00:00:01.000Z' }, null],
])('takes or leaves %s, both ways', (_name, facts, reason) => {
  expect(scopeUp(task('outlook', facts), policy())).toBe(reason);
  expect(scopeDown(task('salesforce', facts), policy())).toBe(reason);
});

it('takes down only what is owned by the user', () => {
  expect(scopeDown(task('salesforce', { closed: false, ownerId: '005other' }), policy())).toBe('not-yours');
  expect(scopeDown(task('salesforce', { closed: false }), policy({ down: false }))).toBe('direction-off');
});

it.each<[string, Partial<Facts>, string | null]>([
  ['the list', { folder: 'Salesforce Tasks' }, null],
  ['the category', { categories: ['Salesforce'], folder: 'Tasks' }, null],
  ['neither', { folder: 'Tasks' }, 'not-triggered'],
])('goes up by %s where marks decide', (_name, facts, reason) => {
  expect(scopeUp(task('outlook', facts), policy({ trigger: 'category' }))).toBe(reason);
});
