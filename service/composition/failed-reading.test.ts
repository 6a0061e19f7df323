import { expect, test } from 'vitest';
import { type SyncError, SyncFailure } from '../../core/model/index.ts';
import { failedReading } from './failed-reading.ts';

const said = { code: 'x', message: 'as they say' };
const cases: [string, SyncError, string][] = [
  ['an id that the provider does not take', { kind: 'refused', scope: 'item', fields: [], ...said }, 'not_found'],
  ['an item that is gone', { kind: 'gone', ...said }, 'not_found'],
  ['a mailbox that is closed to us', { kind: 'refused', scope: 'mailbox', fields: [], ...said }, 'provider_failed'],
  ['a provider that asks for patience', { kind: 'retry-at', at: '2026-01-05T08:00:00.000Z', scope: 'mailbox', ...said }, 'provider_failed'],
  ['a sign-in that does not hold', { kind: 'sign-in', final: false, side: 'outlook', ...said }, 'not_connected'],
];
for (const [name, error, code] of cases) {
  test(`${name}: ${code}`, () => expect(failedReading(new SyncFailure(error))).toEqual({ ok: false, code }));
}

test('a bug of ours is not passed off as a missing item', () => {
  expect(() => failedReading(new TypeError('ours'))).toThrow('ours');
});
