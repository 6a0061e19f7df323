import { idOf, type World } from './demo-world.ts';
import { problem } from './reply.ts';

interface Ask {
  method: string;
  body: Record<string, unknown>;
}
type Reply = { status: number; body?: unknown };

const setting = (key: string, value: unknown, level = 'default', more: object = {}) => ({
  key,
  value,
  from: { level, id: level === 'default' ? null : idOf(3, 1) },
  adjustable: true,
  own: null,
  ...more,
});
const settings = () => [
  setting('contact.up', true),
  setting('contact.trigger', 'category', 'organization'),
  setting('contact.conflict', 'newer', 'group'),
  setting('event.window.daysAhead', 90, 'customer', { adjustable: false }),
  setting('event.up', false, 'user', { own: { value: false, mayAdjust: true } }),
  setting('task.up', true),
  setting('category', 'Salesforce'),
  setting('exclude.domains', ['spam.example']),
  setting('contact.conflict.fields', {}),
];
const plans = ['Standard', 'Premium'].map((name, at) => ({
  ...{ id: idOf(4, 1 + at), customerId: idOf(2, 1), name, enabled: true, intervalSeconds: 1800 },
}));
const pieces = [
  { kind: 'category', name: 'Salesforce', madeByUs: true },
  { kind: 'contact-folder', name: 'Salesforce Contacts', madeByUs: false },
];
const job = (kind: string) => ({
  id: idOf(9, 1),
  kind,
  state: 'running',
  userId: idOf(1, 0),
  organizationId: null,
  createdAt: '2026-11-22T12:00:00.000Z',
  startedAt: null,
  finishedAt: null,
  counts: {},
  reason: null,
  message: null,
  parameters: {},
});

/** Settings of every level, groups, customization and moves, as the contract says. */
export const customizationHandlers: [RegExp, (world: World, ask: Ask, ids: string[]) => Reply][] = [
  [/^GET \/api\/settings\/[^/]+\/[^/]+$/, () => ({ status: 200, body: { items: settings(), nextCursor: null } })],
  [
    /^PATCH \/api\/settings\/([^/]+)\/[^/]+$/,
    (_world, { body }) => {
      const changes = body.changes as { key: string; value?: unknown; remove?: true }[];
      const results = changes.map(({ key, value, remove }, at) => {
        const bad = value === 0 || value === '' ? { where: `body.changes.${at}.value`, what: 'Too small', todo: 'Send at least 1.' } : null;
        return { key, result: bad ? 'refused' : remove ? 'taken-back' : 'made', problem: bad, setting: null };
      });
      return { status: 200, body: { results } };
    },
  ],
  [
    /^GET \/api\/users\/[^/]+\/customization$/,
    () => ({ status: 200, body: { initialized: true, pieces, wanted: pieces.map(({ kind, name }) => ({ kind, name })), job: null } }),
  ],
  [
    /^GET \/api\/users\/[^/]+\/customization\/clearing$/,
    () => ({
      status: 200,
      body: {
        objects: [
          { object: 'contact', removed: 12, edited: 2, meetings: 0, other: 0 },
          { object: 'event', removed: 3, edited: 0, meetings: 4, other: 0 },
        ],
        pairs: 18,
        pieces,
      },
    }),
  ],
  [/^POST \/api\/users\/[^/]+\/(reset|reapply)$/, (_world, _ask, [kind]) => ({ status: 202, body: { job: job(kind ?? '') } })],
  [
    /^POST \/api\/users\/[^/]+\/move\/preview$/,
    ({ organizationRows }, { body }) => {
      const to = organizationRows.find((row) => row.id === body.organizationId);
      const place = { id: to?.id, name: to?.name, mailboxAccess: 'graph-app-only' };
      const warnings = ['access-differs', 'impersonation', 'settings-differ'];
      const changed = [{ key: 'task.up', before: true, after: false }];
      return { status: 200, body: { from: { ...place, mailboxAccess: 'graph-delegated' }, to: place, warnings, settings: changed } };
    },
  ],
  [
    /^PATCH \/api\/users\/([^/]+)$/,
    ({ users }, { body }, [id]) => {
      if (users.some((user) => user.id !== id && user.email === body.email)) return problem(409, 'address_taken', 'Taken.');
      const user = users.find((one) => one.id === id);
      const plan = plans.find((one) => one.id === body.planId);
      if (user) Object.assign(user, { name: body.name ?? user.name, email: body.email ?? user.email, plan: plan ?? user.plan });
      return { status: 200, body: user };
    },
  ],
  [/^GET \/api\/plans$/, () => ({ status: 200, body: { items: plans, nextCursor: null } })],
];
