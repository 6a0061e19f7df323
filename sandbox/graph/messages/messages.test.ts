import { expect, it } from 'vitest';
import { ann, smallWorld } from '../testing/small-world.ts';

const user = `/users/${ann}`;
const immutable = { Prefer: 'IdType="ImmutableId"' };

it('arrive in the inbox, move with a new mutable id, and are told of by delta', async () => {
  const { call, graph } = smallWorld();
  const { id } = graph.mailbox(ann)!.addMessage({ subject: 'Hello', body: { contentType: 'html', content: '<p>Hi</p>' } });
  const first = await call('GET', `${user}/mailFolders/inbox/messages/delta?$select=subject`, undefined, immutable);
  expect(first.body.value).toMatchObject([{ id, subject: 'Hello' }]);
  expect(first.body.value[0]).not.toHaveProperty('body');
  const [{ id: mutable }] = (await call('GET', `${user}/messages`)).body.value;
  const moved = await call('POST', `${user}/messages/${mutable}/move`, { destinationId: 'archive' });
  expect(moved.status).toBe(201);
  expect((await call('GET', `${user}/messages/${mutable}`)).status).toBe(404);
  const next = await call('GET', first.body['@odata.deltaLink'], undefined, immutable);
  expect(next.body.value).toEqual([{ id, '@removed': { reason: 'deleted' } }]);
});

it('can be changed freely as drafts only, and go to the bin before they go for good', async () => {
  const { call, graph } = smallWorld();
  const { id } = graph.mailbox(ann)!.addMessage({ subject: 'Hello' });
  expect((await call('PATCH', `${user}/messages/${id}`, { subject: 'x' })).status).toBe(400);
  expect((await call('PATCH', `${user}/messages/${id}`, { isRead: true, categories: ['Salesforce'] })).body).toMatchObject({
    isRead: true,
    categories: ['Salesforce'],
  });
  const { body: draft } = await call('POST', `${user}/messages`, { subject: 'D' });
  expect((await call('PATCH', `${user}/messages/${draft.id}`, { subject: 'E' })).body).toMatchObject({ subject: 'E', isDraft: true });
  await call('DELETE', `${user}/messages/${id}`);
  expect((await call('GET', `${user}/mailFolders/deleteditems`)).body.totalItemCount).toBe(1);
  await call('DELETE', `${user}/messages/${id}`);
  expect((await call('GET', `${user}/messages/${id}`)).status).toBe(404);
});

it('are found by filter, newest first', async () => {
  const { call, graph } = smallWorld();
  const person = graph.mailbox(ann)!;
  for (const day of ['01', '03', '02']) person.addMessage({ subject: day, receivedDateTime: `2026-11-${day}T09:00:00Z` });
  const found = await call('GET', `${user}/mailFolders/inbox/messages?$filter=receivedDateTime ge 2026-11-02T00:00:00Z`);
  expect(found.body.value.map((one: { subject: string }) => one.subject)).toEqual(['03', '02']);
});
