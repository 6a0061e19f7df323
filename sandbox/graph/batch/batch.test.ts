import { expect, it } from 'vitest';
import { ann, bob, smallWorld } from '../testing/small-world.ts';

const json = { 'Content-Type': 'application/json' };
const create = (id: string, more = {}) => ({
  id,
  method: 'POST',
  url: `/users/${ann}/contacts`,
  headers: json,
  body: { givenName: id },
  ...more,
});

it('runs twenty requests and answers each once, not in order', async () => {
  const { call, graph } = smallWorld();
  const { body } = await call('POST', '/$batch', { requests: Array.from({ length: 20 }, (_, i) => create(String(i))) });
  const ids = body.responses.map((one: { id: string }) => Number(one.id));
  expect([...ids].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i));
  expect(ids).not.toEqual([...ids].sort((a, b) => a - b));
  expect(graph.mailbox(ann)?.contacts()).toHaveLength(20);
});

it('refuses 21 requests, ids that are not unique and a body without its content type', async () => {
  const { call } = smallWorld();
  const bad = [Array.from({ length: 21 }, (_, i) => create(String(i))), [create('1'), create('1')], [create('1', { headers: {} })]];
  for (const requests of bad) expect((await call('POST', '/$batch', { requests })).status).toBe(400);
});

it('fails what depends on a failure with 424', async () => {
  const { call } = smallWorld();
  const requests = [{ id: '1', method: 'GET', url: `/users/${ann}/contacts/AAA` }, create('2', { dependsOn: ['1'] })];
  const { body } = await call('POST', '/$batch', { requests });
  const status = Object.fromEntries(body.responses.map((one: { id: string; status: number }) => [one.id, one.status]));
  expect(status).toEqual({ 1: 400, 2: 424 });
});

it('throttles the item that finds a fifth request at the mailbox, with its own Retry-After', async () => {
  const { call } = smallWorld();
  const alone = call('GET', `/users/${ann}/contacts`);
  const { body } = await call('POST', '/$batch', { requests: Array.from({ length: 8 }, (_, i) => create(String(i))) });
  expect((await alone).status).toBe(200);
  const throttled = body.responses.filter((one: { status: number }) => one.status === 429);
  expect(throttled.length).toBeGreaterThan(0);
  expect(throttled[0]).toMatchObject({ headers: { 'Retry-After': '1' }, body: { error: { code: 'ApplicationThrottled' } } });
});

it('shows a fault that is meant for one user to that user alone, also at the batch as a whole', async () => {
  const { call, desk } = smallWorld();
  desk.faults.set([
    { at: 'graph.batch', nth: 1, do: '503', user: 'bob@contoso.example' },
    { at: 'graph.contacts.create', nth: 1, do: '429', user: 'bob@contoso.example' },
  ]);
  const send = (user: string) => call('POST', '/$batch', { requests: [create('1', { url: `/users/${user}/contacts` })] });
  expect((await send(ann)).body.responses[0].status).toBe(201);
  expect((await send('bob@contoso.example')).status).toBe(503);
  expect((await send(bob)).body.responses[0].status).toBe(429);
});
