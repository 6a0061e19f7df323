import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApiOnStore } from './api-on-store.ts';

let api: Awaited<ReturnType<typeof openApiOnStore>>;
beforeAll(async () => {
  api = await openApiOnStore();
});
afterAll(async () => {
  await api?.close();
  expect(api?.failures).toEqual([]);
});

const key = 'contact.up';
const place = () => ({ level: 'user' as const, id: api.one.userId });
const set = (value: boolean) => api.as('boss').call('PUT /api/settings/{level}/{id}/{key}', { path: { ...place(), key }, body: { value } });
const changes = async () => (await api.as('boss').call('GET /api/settings/{level}/{id}/changes', { path: place() })).items;
const undo = (id: string, dryRun = false) =>
  api.as('boss').call('POST /api/settings/changes/{id}/undo', { path: { id }, body: { dryRun } });
const own = async () =>
  (await api.as('boss').call('GET /api/settings/{level}/{id}', { path: place() })).items.find((one) => one.key === key)?.own ?? null;

test('a change of a setting is shown, undone, and the undo is undone', async () => {
  await set(false);
  const [first] = await changes();
  expect(first).toMatchObject({ key, before: null, after: { value: false }, by: 'boss@people.example', isUndo: false, undone: false });
  expect(first?.onBehalfOf).toBeNull();
  expect(await undo(first?.id ?? '', true)).toMatchObject({
    ...{ outcome: 'planned', current: { value: false }, restored: null, users: 1, ownValues: 0 },
    holds: { value: true, from: { level: 'default' } },
  });
  expect(await own()).toMatchObject({ value: false });
  expect(await undo(first?.id ?? '')).toMatchObject({ outcome: 'done' });
  expect(await own()).toBeNull();
  expect(await undo(first?.id ?? '')).toMatchObject({ outcome: 'refused', reason: 'already-undone' });
  const [second, before] = await changes();
  expect([second?.isUndo, before?.undone]).toEqual([true, true]);
  expect(await undo(second?.id ?? '')).toMatchObject({ outcome: 'done' });
  expect(await own()).toMatchObject({ value: false });
  // It holds again: the list says so, and it may be undone once more.
  expect((await changes()).map((one) => one.undone)).toEqual([false, true, false]);
  expect(await undo(first?.id ?? '')).toMatchObject({ outcome: 'done' });
  expect((await changes()).at(-1)?.undone).toBe(true);
  // What was set anew is another change: the undone one stays undone, in the list and for whoever asks again.
  await set(false);
  expect((await changes()).at(-1)?.undone).toBe(true);
  expect(await undo(first?.id ?? '')).toMatchObject({ outcome: 'refused', reason: 'already-undone' });
  const { items } = await api.as('boss').call('GET /api/users/{id}/activity', { path: { id: api.one.userId } });
  expect(items.map((entry) => entry.type).slice(0, 3)).toEqual(['settings-changed', 'undo-run', 'undo-run']);
});

test('what was changed since is left, and another customer does not find it', async () => {
  const name = (value: string) =>
    api.as('boss').call('PUT /api/settings/{level}/{id}/{key}', { path: { ...place(), key: 'category' }, body: { value } });
  await name('CRM');
  const [change] = await changes();
  await name('Customers');
  expect(await undo(change?.id ?? '')).toMatchObject({ outcome: 'refused', reason: 'changed-since' });
  const foreign = api.as('rival').call('POST /api/settings/changes/{id}/undo', { path: { id: change?.id ?? '' }, body: {} });
  await expect(foreign).rejects.toMatchObject({ status: 404 });
});

test('a change made for a customer by somebody else names both; what users had of their own is kept, and comes back', async () => {
  const { customerId, organizationId, userId } = api.one;
  await api.as('boss').call('PUT /api/settings/{level}/{id}/{key}', { path: { ...place(), key: 'task.up' }, body: { value: true } });
  await api.as('admin').call('POST /api/settings/push', {
    body: { targets: [{ level: 'organization', id: organizationId }], changes: [{ key: 'task.up', value: false }], replaceOwn: true },
  });
  const of = (level: 'organization' | 'user', id: string) =>
    api.as('boss').call('GET /api/settings/{level}/{id}/changes', { path: { level, id }, query: {} });
  const [pushed] = (await of('organization', organizationId)).items;
  expect(pushed).toMatchObject({ key: 'task.up', by: 'admin@people.example', onBehalfOf: { id: customerId } });
  const [dropped] = (await of('user', userId)).items;
  expect(dropped).toMatchObject({ key: 'task.up', before: { value: true, mayAdjust: true }, after: null, onBehalfOf: { id: customerId } });
  const asked = await undo(pushed?.id ?? '', true);
  expect(asked).toMatchObject({ outcome: 'planned', users: 1, ownValues: 0, holds: { value: true, from: { level: 'default' } } });
  expect(await undo(dropped?.id ?? '')).toMatchObject({ outcome: 'done', holds: { value: true, from: { level: 'user' } } });
});

test('an item tells per field where its value comes from', async () => {
  const { customerId, userId } = api.one;
  const at = '2026-11-22T11:00:00.000Z';
  const [link, intent, journal, session] = ['1', '2', '3', '4'].map((n) => `0190f2a4-0000-7000-8099-00000000000${n}`);
  const inside = (text: string, values: unknown[]) => api.inside(api.one, text, values);
  await inside(
    `INSERT INTO link (id, customer_id, user_id, object, outlook_id, salesforce_id, state, writes, created_at, updated_at)
     VALUES ($1, $2, $3, 'contact', 'AAMk9', '003000000000009AAA', 'linked', '[]', $4, $4)`,
    [link, customerId, userId, at],
  );
  await inside(
    `INSERT INTO observation (customer_id, user_id, side, object, remote_id, version, fields, facts, removed, confirmed, planned, generation, observed_at)
     VALUES ($1, $2, 'outlook', 'contact', 'AAMk9', '1', '{"surname": "Ruiz", "title": "CEO"}', '{"modifiedAt": null, "keys": []}', false, false, true, 1, $3)`,
    [customerId, userId, at],
  );
  await inside(
    `INSERT INTO intent (id, customer_id, user_id, session_id, link_id, side, object, operation, remote_id, fields, recipients, state, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, 'outlook', 'contact', 'update', 'AAMk9', '{"title": "CEO"}', '[]', 'done', $6, $6)`,
    [intent, customerId, userId, session, link, at],
  );
  await inside(
    `INSERT INTO journal (id, customer_id, user_id, session_id, intent_id, link_id, side, object, remote_id, operation, before, after, origin, at)
     VALUES ($1, $2, $3, $4, $5, $6, 'outlook', 'contact', 'AAMk9', 'update', '{"title": "Clerk", "surname": "Ruiz"}', '{"title": "CEO", "surname": "Ruiz"}', $7, $8)`,
    [journal, customerId, userId, session, intent, link, JSON.stringify({ by: '005000000000009AAA', at }), at],
  );
  const ask = (who: 'self' | 'rival', id = 'AAMk9') =>
    api.as(who).call('GET /api/users/{id}/items/history', { path: { id: userId }, query: { side: 'outlook', object: 'contact', id } });
  const history = await ask('self');
  expect(history).toMatchObject({
    title: 'Ruiz',
    link: { salesforceId: '003000000000009AAA' },
    changes: [
      { side: 'outlook', operation: 'update', fields: [{ field: 'title', before: 'Clerk', after: 'CEO' }], undone: false, isUndo: false },
    ],
  });
  expect(history.fields).toEqual([
    { field: 'title', value: 'CEO', from: 'salesforce', by: '005000000000009AAA', at, sessionId: session },
    { field: 'surname', value: 'Ruiz', from: null, by: null, at: null, sessionId: null },
  ]);
  // office.js names the item by its EWS id: it is the same item, and the answer says by which id the books know it.
  expect(await ask('self', 'AAM/k9')).toEqual(history);
  const other = { side: 'outlook', object: 'contact', id: 'AAM/k9' } as const;
  const change = history.changes[0]?.id ?? '';
  const undo = async (who: 'self' | 'boss') => {
    const wish = { path: { id: userId }, body: { ...other, change, dryRun: true } };
    return (await api.as(who).call('POST /api/users/{id}/items/undo', wish)).parameters;
  };
  // Whose mailbox it is may bring back what nobody else may.
  const scope = { item: { side: 'outlook', object: 'contact', remoteId: 'AAMk9' }, change };
  expect([await undo('self'), await undo('boss')]).toEqual([true, false].map((own) => ({ scope, dryRun: true, own })));
  const none = api.as('self').call('POST /api/users/{id}/items/undo', { path: { id: userId }, body: { ...other, change: userId } });
  await expect(none).rejects.toMatchObject({ status: 404 });
  await expect(ask('rival')).rejects.toMatchObject({ status: 404 });
});
