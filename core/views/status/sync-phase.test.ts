import { expect, test } from 'vitest';
import { type SyncFacts, syncPhase } from './sync-phase.ts';

const now = Date.parse('2026-11-22T12:00:00Z');
const facts = (more: Partial<SyncFacts>): SyncFacts => ({
  user: {
    status: { state: 'up-to-date', level: 'user', reason: 'up-to-date', until: null, checkedAt: null },
    syncAgainAt: null,
  },
  asking: false,
  session: undefined,
  progress: undefined,
  now,
  ...more,
});
const off = { ...facts({}).user, status: { ...facts({}).user.status, state: 'off' as const } };
const cooling = { ...facts({}).user, syncAgainAt: '2026-11-22T12:00:47Z' };

test.each([
  ['ready when nothing holds it', {}, { kind: 'ready' }],
  ['starting while the click travels, whatever else holds', { asking: true, user: off }, { kind: 'starting' }],
  ['queued until a worker takes it', { session: { state: 'queued' } }, { kind: 'queued' }],
  ['syncing without numbers at first', { session: { state: 'running' } }, { kind: 'syncing', done: 0, total: 0 }],
  [
    'syncing n of m',
    { session: { state: 'running' }, progress: { sessionId: 's', done: 120, total: 340 } },
    { kind: 'syncing', done: 120, total: 340 },
  ],
  ['a session begun elsewhere shows here too', { progress: { sessionId: 's', done: 1, total: 2 } }, { kind: 'syncing', done: 1, total: 2 }],
  ['counting down to when it may be asked again', { user: cooling, session: { state: 'succeeded' } }, { kind: 'cooling', left: 47_000 }],
  ['ready when the time has come', { user: cooling, now: now + 47_000 }, { kind: 'ready' }],
  ['off says so instead of refusing later', { user: off }, { kind: 'off' }],
] as [string, Partial<SyncFacts>, unknown][])('%s', (_name, given, expected) => {
  expect(syncPhase(facts(given))).toEqual(expected);
});
