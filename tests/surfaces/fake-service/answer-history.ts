import type { Ask, FakeState, Reply } from './answer.ts';
import { idOf } from './demo-world.ts';

const job = (state: FakeState, kind: string, number: number, counts: Record<string, number>) => ({
  id: idOf(9, number),
  kind,
  state: 'done',
  userId: idOf(1, 0),
  organizationId: null,
  createdAt: new Date(state.now()).toISOString(),
  startedAt: new Date(state.now()).toISOString(),
  finishedAt: new Date(state.now()).toISOString(),
  counts,
  reason: null,
  message: null,
  parameters: {},
});

const row = (position: number, given: object) => ({
  position,
  userId: idOf(1, 0),
  object: 'contact',
  side: 'salesforce',
  direction: 'up',
  remoteId: '003000000000001AAA',
  action: 'update',
  outcome: 'planned',
  reason: null,
  who: null,
  title: 'Kim Lee',
  fields: [{ field: 'title', before: 'Buyer', after: 'VP Purchasing' }],
  recipients: [],
  detail: {},
  ...given,
});

const rows: Record<string, object[]> = {
  [idOf(9, 1)]: [
    row(1, {}),
    row(2, {
      object: 'event',
      action: 'hold',
      reason: 'invitation-guard',
      title: 'Renewal',
      recipients: ['kim.lee@northwind.example'],
      side: 'outlook',
      direction: 'down',
    }),
    row(3, { object: 'event', action: 'skip', reason: 'private', title: 'Doctor', fields: [] }),
  ],
  [idOf(9, 2)]: [row(1, {}), row(2, { action: 'skip', outcome: 'refused', reason: 'changed-since', fields: [], title: 'Ada Park' })],
  [idOf(9, 3)]: [row(1, { outcome: 'done' })],
};

const history = (at: string) => ({
  side: 'outlook',
  object: 'event',
  id: 'AAkALgAA=',
  title: 'Renewal',
  link: { outlookId: 'AAkALgAA=', salesforceId: '00U000000000001AAA', state: 'linked' },
  fields: [
    { field: 'subject', value: 'Renewal', from: 'salesforce', by: 'Dana Ruiz', at, sessionId: null },
    { field: 'location', value: 'Room 3', from: 'outlook', by: null, at, sessionId: null },
  ],
  changes: [
    {
      id: idOf(9, 7),
      side: 'outlook',
      operation: 'update',
      fields: [{ field: 'subject', before: 'Meeting', after: 'Renewal' }],
      isUndo: false,
      undone: false,
      by: 'Dana Ruiz',
      at,
      sessionId: idOf(9, 8),
    },
    {
      id: idOf(9, 9),
      side: 'salesforce',
      operation: 'create',
      fields: [],
      isUndo: false,
      undone: false,
      by: null,
      at,
      sessionId: idOf(9, 10),
    },
  ],
});

type Handler = (state: FakeState, ask: Ask, found: string[]) => Reply;

/** Preview, undo and history over the demo world. */
export const historyAnswers: [RegExp, Handler][] = [
  [/^GET \/api\/users\/([^/]+)\/preview$/, ({ world }) => ({ status: 200, body: { job: null, awaitsConfirmation: world.awaits.preview } })],
  [
    /^POST \/api\/users\/([^/]+)\/preview$/,
    (state) => ({ status: 202, body: job(state, 'preview', 1, { 'contact.up.update': 1, 'event.down.hold': 1, 'event.up.skip': 1 }) }),
  ],
  [
    /^POST \/api\/(?:sessions\/[^/]+|users\/[^/]+\/items)\/undo$/,
    (state, { body }) => ({ status: 202, body: job(state, 'undo', body.dryRun === true ? 2 : 3, { update: 1 }) }),
  ],
  [
    /^GET \/api\/jobs\/([^/]+)$/,
    (state, _ask, [id = '']) => ({ status: 200, body: { ...job(state, 'preview', 1, { update: rows[id]?.length ?? 0 }), id } }),
  ],
  [/^GET \/api\/jobs\/([^/]+)\/rows$/, (_state, _ask, [id = '']) => ({ status: 200, body: { items: rows[id] ?? [], nextCursor: null } })],
  [
    /^GET \/api\/users\/([^/]+)\/items\/history$/,
    (state, { query }) => ({
      status: 200,
      body:
        query.get('id') === 'AAkALgAA='
          ? history(new Date(state.now()).toISOString())
          : { ...history(''), fields: [], changes: [], link: null },
    }),
  ],
];
