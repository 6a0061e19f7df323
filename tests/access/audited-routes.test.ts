import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RouteKey, routes } from '../../core/contract/index.ts';
import { type Filled, openApiOnStore } from './api-on-store.ts';

/**
 * Every route that changes something leaves one more row in the audit log of its customer, walked over the contract on the real
 * database: a new route is asked here, or says here why not.
 */
let api: Awaited<ReturnType<typeof openApiOnStore>>;
let one: Filled;
beforeAll(async () => {
  api = await openApiOnStore();
  ({ one } = api);
});
afterAll(async () => {
  await api?.close();
  expect(api?.failures).toEqual([]);
});

type Changing = Exclude<RouteKey, `GET ${string}`>;
type Parts = Record<string, unknown>;
interface Ask {
  first?: () => Promise<unknown>;
  path?: () => Parts | Promise<Parts>;
  body?: () => Parts | Promise<Parts>;
}

const inside = (text: string, values: unknown[] = []) =>
  api.store.asCustomers([one.customerId], ({ query }) => query<{ id: string }>(text, values));
const newest = async (table: 'setting_change' | 'user_group') => (await inside(`SELECT id FROM ${table} ORDER BY id DESC LIMIT 1`))[0]?.id;
/** As a worker would: what was asked for so far is done. */
const jobsDone = () => api.store.asSystem(({ query }) => query<{ id: string }>("UPDATE job SET state = 'done' RETURNING id"));
const conflict = async (): Promise<string> => {
  const [id, session, link] = [api.ids.next(), api.ids.next(), api.ids.next()];
  const at = new Date(api.clock.now).toISOString();
  await inside(
    `INSERT INTO link (id, customer_id, user_id, object, state, writes, created_at, updated_at)
     VALUES ($1, $2, $3, 'contact', 'linked', '{}', $4, $4)`,
    [link, one.customerId, one.userId, at],
  );
  await inside(
    `INSERT INTO conflict (id, customer_id, user_id, session_id, link_id, object, field, outlook_id, salesforce_id, has_base, state, opened_at)
     VALUES ($1, $2, $3, $4, $5, 'contact', 'surname', 'o', 's', false, 'waiting', $6)`,
    [id, one.customerId, one.userId, session, link, at],
  );
  return id;
};

/** One more issue that waits, as those do that are answered together. */
const hold = async (): Promise<Parts> => {
  const id = api.ids.next();
  await inside(
    `INSERT INTO issue (id, customer_id, user_id, session_id, object, side, remote_id, reason, detail, state, first_seen_at, last_seen_at)
     VALUES ($1, $2, $3, $4, 'contact', 'outlook', $6, 'refused-by-rule', '{}', 'open', $5, $5)`,
    [id, one.customerId, one.userId, one.session, new Date(api.clock.now).toISOString(), id],
  );
  return { ids: [id], answer: 'ignore' };
};

const org = async (): Promise<string> => {
  const [id, orgId] = [api.ids.next(), '00D000000000001AAA'];
  await inside(
    `INSERT INTO salesforce_org (id, customer_id, org_id, instance_url, park_step, updated_at)
     VALUES ($1, $2, $3, 'https://example.my.salesforce.com', 0, $4)`,
    [id, one.customerId, orgId, new Date(api.clock.now).toISOString()],
  );
  await inside('UPDATE "user" SET salesforce_org_id = $2 WHERE id = $1', [one.userId, orgId]);
  return id;
};
/** A line of an open ledger. */
const line = {
  ...{ kind: 'link', object: 'contact', outlookId: 'o', salesforceId: 's', key: null, state: 'ended', madeByUs: null },
  ...{ baseOutlook: null, baseSalesforce: null, outlookVersion: null, salesforceVersion: null },
};

const user = () => ({ id: one.userId });
const organization = () => ({ id: one.organizationId });
const setting = () => ({ level: 'user', id: one.userId });
const push = () => ({ targets: [setting()], changes: [{ key: 'event.up', value: false }] });
const group = async () => ({ id: await newest('user_group') });
const member = async () => ({ ...(await group()), userId: one.userId });

/** In the order in which they are asked: what an earlier one makes, a later one changes. */
const asks: Partial<Record<Changing, Ask>> = {
  'PATCH /api/users/{id}': { path: user, body: () => ({ name: 'Renamed' }) },
  'PUT /api/settings/{level}/{id}/{key}': { path: () => ({ ...setting(), key: 'contact.up' }), body: () => ({ value: false }) },
  'POST /api/settings/changes/{id}/undo': {
    path: async () => ({ id: await newest('setting_change') }),
    body: () => ({ dryRun: false }),
  },
  'PATCH /api/settings/{level}/{id}': { path: setting, body: () => ({ changes: [{ key: 'task.up', value: false }] }) },
  'DELETE /api/settings/{level}/{id}/{key}': { path: () => ({ ...setting(), key: 'task.up' }) },
  'POST /api/settings/push': { body: push },
  'POST /api/settings/push/jobs': { body: push },
  'POST /api/groups': { body: () => ({ customerId: one.customerId, name: 'North' }) },
  'PATCH /api/groups/{id}': { path: group, body: () => ({ name: 'South' }) },
  'PUT /api/groups/{id}/members/{userId}': { path: member },
  'DELETE /api/groups/{id}/members/{userId}': { path: member },
  'DELETE /api/groups/{id}': { path: group },
  'POST /api/users/{id}/sync': { path: user },
  'POST /api/issues/{id}/answer': { path: () => ({ id: one.issue }), body: () => ({ answer: 'retry' }) },
  'POST /api/organizations/{id}/holds/answer': { path: organization, body: hold },
  'POST /api/customers/{id}/holds/answer': { path: () => ({ id: one.customerId }), body: hold },
  'POST /api/conflicts/{id}/resolve': { path: async () => ({ id: await conflict() }), body: () => ({ keep: 'outlook' }) },
  'POST /api/users/{id}/conflicts/resolve': {
    first: conflict,
    path: user,
    body: () => ({ object: 'contact', keep: 'outlook' }),
  },
  'POST /api/sessions/{id}/undo': { path: () => ({ id: one.session }), body: () => ({ dryRun: false }) },
  'POST /api/users/{id}/preview': { path: user },
  'POST /api/users/{id}/items/undo': { path: user, body: () => ({ side: 'outlook', object: 'contact', id: 'AAMk1' }) },
  'POST /api/users/{id}/ledger': { path: user, body: () => ({ lines: [line] }) },
  'PATCH /api/salesforce-orgs/{id}': { path: async () => ({ id: await org() }), body: () => ({ readerUserId: one.userId }) },
  'POST /api/users/{id}/reset': { first: jobsDone, path: user },
  'POST /api/users/{id}/reapply': { first: jobsDone, path: user },
  'POST /api/organizations/{id}/preview': { path: organization },
  'POST /api/users/{id}/synchronization': { path: user, body: () => ({ enabled: false }) },
  'PATCH /api/organizations/{id}': { path: organization, body: () => ({ enabled: false }) },
};

const looks = 'changes nothing of ours: it looks, or says what would be';
const sessions = "a sign-in is of an account, which spans customers: it stands in no customer's log";
const connecting = 'needs a provider to sign in to; tests/access/connect.test.ts has the entries of an end';
const standIn = (writer: string) => `needs a provider, so its desk is a stand-in in this house; the entry is written by ${writer}`;
const left: Partial<Record<Changing, string>> = {
  'POST /api/sign-in/password': sessions,
  'POST /api/sign-in/refresh': sessions,
  'POST /api/sign-in/oidc/start': sessions,
  'POST /api/sign-in/oidc/finish': sessions,
  'POST /api/sign-out': sessions,
  'POST /api/users/{id}/connectivity/{side}': looks,
  'POST /api/users/{id}/move/preview': looks,
  'POST /api/organizations/{id}/rehearsal': looks,
  'POST /api/organizations/{id}/sources/look': looks,
  'POST /api/users/{id}/connections/{side}': connecting,
  'POST /api/users/{id}/connections/{side}/finish': connecting,
  'DELETE /api/users/{id}/connections/{side}': connecting,
  'POST /api/users/{id}/preview/confirm': 'this mailbox is past its first preview; tests/scenarios/33-first-preview.test.ts has the entry',
  'PATCH /api/organizations/{id}/sources/{source}': standIn('service/store/sources/assign-source.ts'),
  'POST /api/users/{id}/mail/save': standIn('service/store/mail/ask-for-item.ts'),
  'POST /api/users/{id}/items/save': standIn('service/store/mail/ask-for-item.ts'),
  'PUT /api/organizations/{id}/mapping/{object}': standIn('service/store/directory/record-setting.ts, as of every setting'),
};

const rows = async (): Promise<number> => (await inside('SELECT sequence::text AS id FROM audit')).length;

for (const [key, ask] of Object.entries(asks) as [Changing, Ask][]) {
  test(`${key} leaves its row`, async () => {
    await ask.first?.();
    const parts = { path: await ask.path?.(), body: await ask.body?.() };
    const before = await rows();
    const call = api.as('boss').call as (key: string, parts: object) => Promise<unknown>;
    await call(key, parts);
    expect(await rows()).toBeGreaterThan(before);
  });
}

test('every changing route is asked here, or says why not', () => {
  const changing = (Object.keys(routes) as RouteKey[]).filter((key) => !key.startsWith('GET '));
  expect(changing.filter((key) => key in asks === key in left)).toEqual([]);
  expect(Object.keys(asks).length).toBeGreaterThan(25);
});
