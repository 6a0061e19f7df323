import type { FakeState, Handler } from './answer.ts';
import { idOf } from './demo-world.ts';
import { problem } from './reply.ts';

const conflict = {
  id: idOf(8, 1),
  userId: idOf(1, 0),
  object: 'contact',
  field: 'title',
  title: 'Kim Lee',
  outlookId: 'AAMk1',
  salesforceId: '003000000000001AAA',
  hasBase: true,
  base: 'Buyer',
  outlook: 'Head of Purchasing',
  salesforce: 'VP Purchasing',
  outlookEditedAt: '2026-11-22T11:40:00.000Z',
  salesforceEditedAt: '2026-11-22T11:52:00.000Z',
  state: 'waiting',
  winner: null,
  decidedBy: null,
  answeredBy: null,
  openedAt: '2026-11-22T11:55:00.000Z',
  deadlineAt: '2026-12-06T11:55:00.000Z',
  settledAt: null,
  answers: ['outlook', 'salesforce', 'base'],
};
const decided = {
  ...conflict,
  id: idOf(8, 2),
  field: 'when',
  title: 'Renewal',
  outlook: '2026-11-25T09:00:00Z/2026-11-25T10:00:00Z',
  salesforce: '2026-11-25T13:00:00Z/2026-11-25T14:00:00Z',
  base: null,
  state: 'decided',
  winner: 'salesforce',
  decidedBy: 'newer',
  deadlineAt: null,
  answers: ['outlook', 'base'],
};

const step = (rule: string, outcome: string, inputs: object = {}) => ({ room: 'plan', rule, who: 'us', outcome, inputs });
const visibility = {
  object: 'event',
  id: 'AAMkEvent',
  title: 'Renewal',
  saved: false,
  level: 'record',
  audiences: [
    { who: 'owner', certain: true, names: [] },
    { who: 'administrators', certain: true, names: [] },
    { who: 'above', certain: true, names: ['Sales Director', 'CEO'] },
    { who: 'readers', certain: true, names: ['Northwind'] },
    { who: 'sharing', certain: false, names: [] },
  ],
};

/** Of meetings and contacts: in Salesforce, kept out of it by a rule, or only not marked. */
const itemStanding = ({ world, now }: FakeState, object: string, id: string) => {
  const at = new Date(now()).toISOString();
  const reason = { AAMkEvent: 'outside-window', AAMkPrivate: 'private', AAMkUnmarked: 'not-triggered' }[id];
  const link = {
    outlookId: id,
    salesforceId: '00U000000000001AAA',
    state: 'linked',
    updatedAt: at,
    recordUrl: 'https://acme.my.salesforce.example/00U000000000001AAA',
  };
  const decision = { room: 'plan', reason, who: 'admin', action: 'skip', inputs: {}, sessionId: null, at };
  const waiting = world.savedItems.has(id);
  return {
    ...{ side: 'outlook', object, id, decision: reason ? decision : null, link: id === 'AAkALgAA=' ? link : null },
    saved: waiting ? { by: 'dana.ruiz@acme.example', at, waiting } : null,
    maySave: !waiting && (reason === 'not-triggered' || id.endsWith('Secret')),
  };
};

const why = {
  side: 'outlook',
  object: 'event',
  id: 'AAMkEvent',
  title: 'Renewal',
  known: 'books',
  link: null,
  steps: [
    step('user-off', 'passed'),
    step('unreadable', 'passed'),
    step('direction-off', 'passed'),
    step('outside-window', 'decided', { start: '2027-03-01T09:00:00Z', windowEnd: '2027-01-21T12:00:00.000Z' }),
  ],
  verdict: { reason: 'outside-window', who: 'admin', action: 'skip', inputs: {} },
};
const hits = ['Renewal', 'Renewal, second part'].map((title, n) => ({
  side: n === 0 ? 'outlook' : 'salesforce',
  object: 'event',
  id: `AAMkEvent${n}`,
  title,
  hint: 'kim.lee@northwind.example',
  linked: n === 1,
  reason: n === 0 ? 'outside-window' : 'unchanged',
  action: 'skip',
}));

/** Conflict inbox and "Why?" of the demo world. What was answered stays so until the process ends: each test starts its own. */
export const doubtHandlers: [pattern: RegExp, handler: Handler][] = [
  [
    /^GET \/api\/users\/([^/]+)\/conflicts$/,
    ({ asked }, { query }, [id]) => {
      const open = asked.some(({ path }) => path.includes('/resolve')) ? [] : [conflict];
      const items = query.get('state') === 'kept' ? [decided] : open;
      return { status: 200, body: { items: id === conflict.userId ? items : [], nextCursor: null } };
    },
  ],
  [
    /^POST \/api\/conflicts\/([^/]+)\/resolve$/,
    (_state, { body }) => ({ status: 200, body: { ...conflict, state: 'answered', winner: body.keep, decidedBy: 'person', answers: [] } }),
  ],
  [
    /^POST \/api\/users\/([^/]+)\/conflicts\/resolve$/,
    (_state, { body }) => ({ status: 200, body: { count: 3, dryRun: body.dryRun === true, setting: null } }),
  ],
  [
    /^GET \/api\/issues\/([^/]+)\/candidates$/,
    () => ({
      status: 200,
      body: {
        items: ['Kim Lee', null].map((title, n) => ({
          id: `00300000000000${n}AAA`,
          title,
          hint: title && 'kim.lee@northwind.example',
          side: 'salesforce',
          url: `https://acme.my.salesforce.example/00300000000000${n}AAA`,
          choosable: true,
        })),
      },
    }),
  ],
  [
    /^GET \/api\/issues\/([^/]+)\/request$/,
    () => ({ status: 200, body: { who: 'admin', recordUrl: null, subject: 'Please help', text: 'Hello,\nthe field Title.' } }),
  ],
  [
    /^GET \/api\/users\/([^/]+)\/decisions$/,
    (state, { query }) => ({ status: 200, body: itemStanding(state, query.get('object') ?? 'event', query.get('id') ?? '') }),
  ],
  [
    /^POST \/api\/users\/([^/]+)\/items\/save$/,
    (state, { body }) => {
      const [object, id] = [String(body.object), String(body.itemId)];
      if (id.endsWith('Secret')) return problem(409, 'item_not_allowed', 'This item is never saved to Salesforce', { reason: 'private' });
      state.world.savedItems.add(id);
      return { status: 202, body: itemStanding(state, object, id) };
    },
  ],
  [/^GET \/api\/users\/([^/]+)\/why$/, () => ({ status: 200, body: why })],
  [/^GET \/api\/users\/([^/]+)\/visibility$/, () => ({ status: 200, body: visibility })],
  [
    /^GET \/api\/users\/([^/]+)\/items$/,
    (_state, { query }) => ({ status: 200, body: { items: query.get('q') === 'none' ? [] : hits, nextCursor: null } }),
  ],
];
