import { expect, test } from 'vitest';
import type { Lookup, Provider } from '../../core/sync/index.ts';
import type { Act } from '../http/index.ts';
import { factsOf } from '../lanes/testing/facts-of.ts';
import { createItemDesk } from './item-desk.ts';
import type { Providers } from './provider-desk.ts';

const mailbox = { customerId: 'c', userId: 'u' };
const act = { at: '2026-01-31T08:15:00.000Z' } as Act;
const at = (day: string) => ({ dateTime: `2026-02-${day}T09:00:00`, timeZone: 'UTC' });
const meeting = {
  ...{ id: 'e1', subject: 'Renewal', start: at('02'), end: { dateTime: '2026-02-02T10:00:00', timeZone: 'UTC' } },
  ...{ isOrganizer: true, type: 'singleInstance', sensitivity: 'normal', categories: ['Red'], iCalUId: 'i1' },
};

async function save(raw: object | null, setting: Record<string, unknown> = {}, error: Lookup['error'] = null) {
  const kept: unknown[] = [];
  const item = raw && { remoteId: 'e1', version: 'v1', raw, removed: false, confirmed: false };
  const outlook = { get: async () => [{ object: 'event', remoteId: 'e1', item, error }] } as Partial<Provider>;
  const settings = Object.entries(setting).map(([key, value]) => ({
    ...({ level: 'user', levelId: 'u' } as const),
    key,
    value,
    mayAdjust: true,
  }));
  const desk = createItemDesk({
    providers: { openOutlook: () => outlook } as unknown as Providers,
    facts: async () => factsOf({ settings }),
    hash: (text) => text,
    now: () => Date.UTC(2026, 0, 31, 8, 15),
    books: { ask: async (_mailbox, asked) => void kept.push(asked) },
  });
  return { answer: await desk.save(mailbox, { object: 'event', id: 'e1' }, act), kept };
}

test('a meeting that only lacks the mark is remembered for the next sync', async () => {
  expect(await save(meeting)).toEqual({ answer: { ok: true }, kept: [{ object: 'event', remoteId: 'e1' }] });
});

test.each([
  ['private', { ...meeting, sensitivity: 'private' }, {}],
  ['outside-window', { ...meeting, start: at('02'), end: at('02') }, { 'event.window.daysAhead': 1 }],
  ['organizer-colleague', { ...meeting, isOrganizer: false, organizer: { emailAddress: { address: 'bob@fernwood.example' } } }, {}],
  ['direction-off', meeting, { 'event.up': false }],
  ['recurring', { ...meeting, type: 'seriesMaster' }, {}],
])('what no mark overrules is refused by its own reason: %s', async (reason, raw, settings) => {
  expect(await save(raw, settings)).toEqual({ answer: { ok: false, barred: reason }, kept: [] });
});

test('what is not there, and a mailbox that cannot be asked, are told apart', async () => {
  expect(await save(null)).toEqual({ answer: { ok: false, code: 'not_found' }, kept: [] });
  const ended = { kind: 'sign-in', final: true, side: 'outlook', code: 'invalid_grant', message: 'ended' } as const;
  expect(await save(null, {}, ended)).toEqual({ answer: { ok: false, code: 'not_connected' }, kept: [] });
});
