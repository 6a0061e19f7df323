import { expect, test } from 'vitest';
import type { Observation } from '../../model/index.ts';
import { type HistoryEntry, provenanceOf } from './provenance.ts';

const item = (side: 'outlook' | 'salesforce', fields: Observation['fields']): Pick<Observation, 'side' | 'fields' | 'facts'> => ({
  side,
  fields,
  facts: { modifiedAt: '2026-11-22T12:00:00.000Z', keys: [], modifiedById: side === 'salesforce' ? '005now' : null },
});
const entry = (given: Partial<HistoryEntry>): HistoryEntry => ({
  id: 'e1',
  sessionId: 's1',
  side: 'salesforce',
  object: 'contact',
  operation: 'update',
  before: { title: 'Clerk' },
  after: { title: 'CEO' },
  written: ['title'],
  origin: { by: null, at: '2026-11-22T09:00:00.000Z' },
  undoes: null,
  undone: false,
  at: '2026-11-22T10:00:00.000Z',
  ...given,
});
const undone = entry({
  id: 'e2',
  sessionId: 's2',
  before: { title: 'CEO' },
  after: { title: 'Clerk' },
  undoes: 'e1',
  at: '2026-11-22T11:00:00.000Z',
});

test.each([
  [
    'nothing is known of a field that no sync wrote',
    item('outlook', { title: 'CEO' }),
    [],
    { from: null, by: null, at: null, sessionId: null },
  ],
  [
    'in Salesforce what came from Outlook, by a person in Outlook, when it was edited there',
    item('salesforce', { title: 'CEO' }),
    [entry({})],
    { from: 'outlook', by: null, at: '2026-11-22T09:00:00.000Z', sessionId: 's1' },
  ],
  [
    'in Outlook the same edit, and the session that carried it on',
    item('outlook', { title: 'CEO' }),
    [entry({})],
    { from: 'outlook', at: '2026-11-22T09:00:00.000Z', sessionId: 's1' },
  ],
  [
    'in Outlook what came from Salesforce, by the user who edited it',
    item('outlook', { title: 'CEO' }),
    [entry({ side: 'outlook', origin: { by: '005abc', at: '2026-11-22T09:00:00.000Z' } })],
    { from: 'salesforce', by: '005abc', sessionId: 's1' },
  ],
  [
    'an edit here that no sync has taken yet',
    item('salesforce', { title: 'CTO' }),
    [entry({})],
    { from: 'salesforce', by: '005now', at: '2026-11-22T12:00:00.000Z', sessionId: null },
  ],
  ['what an undo put back', item('salesforce', { title: 'Clerk' }), [undone, entry({})], { from: 'undo', sessionId: 's2' }],
  ['what an undo left on the other side', item('outlook', { title: 'CEO' }), [undone, entry({})], { from: 'outlook', sessionId: 's1' }],
  [
    'the newest of several',
    item('salesforce', { title: 'CEO' }),
    [entry({ sessionId: 's9' }), entry({ after: { title: 'Clerk' } })],
    { from: 'outlook', sessionId: 's9' },
  ],
])('%s', (_name, of, entries, expected) => {
  expect(provenanceOf(of, entries)).toEqual([expect.objectContaining({ field: 'title', ...expected })]);
});
