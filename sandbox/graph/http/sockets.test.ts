import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { afterEach, expect, it } from 'vitest';
import { ann, smallWorld } from '../testing/small-world.ts';

let close = async () => {};
afterEach(() => close());

async function served() {
  const world = smallWorld();
  const server = createAdaptorServer({ fetch: world.graph.app.fetch, createServer });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      if ('closeAllConnections' in server) server.closeAllConnections();
    });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1.0/users/${ann}/contacts`;
  const headers = { authorization: 'Bearer app', 'content-type': 'application/json' };
  return { ...world, base, headers };
}
const post = (headers: Record<string, string>) => ({ method: 'POST', headers, body: '{"givenName":"A"}' });

it('loses the answer of a write that was done', async () => {
  const { base, headers, desk, graph } = await served();
  desk.faults.set([
    { at: 'graph.contacts.create', nth: 1, do: 'lost-answer' },
    { at: 'graph.contacts.create', nth: 2, do: 'cut-body' },
  ]);
  await expect(fetch(base, post(headers))).rejects.toThrow();
  await expect(fetch(base, post(headers)).then((answer) => answer.text())).rejects.toThrow();
  expect(graph.mailbox(ann)?.contacts()).toHaveLength(2);
});

it('gives the slot of a request back when its client hangs up', async () => {
  const { base, headers, desk } = await served();
  desk.faults.set([{ at: 'graph.contacts.list', nth: 1, do: 'timeout', times: 4 }]);
  const hung = Array.from({ length: 4 }, () => fetch(base, { headers, signal: AbortSignal.timeout(100) }));
  await Promise.allSettled(hung);
  await expect.poll(async () => (await fetch(base, { headers })).status, { interval: 5 }).toBe(200);
});

it('keeps a request waiting until the faults are taken away, and cuts it then', async () => {
  const { base, headers, desk, graph } = await served();
  desk.faults.set([{ at: 'graph.contacts.create', nth: 1, do: 'timeout' }]);
  const hung = fetch(base, post(headers)).then(
    () => 'answered',
    () => 'cut',
  );
  await expect.poll(() => desk.faults.counters['graph.contacts.create'], { interval: 5 }).toBe(1);
  desk.faults.set([]);
  expect(await hung).toBe('cut');
  expect(graph.mailbox(ann)?.contacts()).toEqual([]);
});

it('survives odd paths and bodies that are too large', async () => {
  const { base, headers } = await served();
  const status = async (url: string, init: RequestInit = {}) => (await fetch(url, { headers, ...init })).status;
  expect(await status(`${base}/%E0%A4%A`)).toBe(400);
  expect(await status(base.replace('/v1.0/', '/beta/'))).toBe(400);
  expect(await status(`${base}?$top=x`)).toBe(400);
  expect(await status(`${base}?$top=1&$top=2`)).toBe(400);
  expect(await status(base, { method: 'POST', body: JSON.stringify({ personalNotes: 'x'.repeat(5_000_000) }) })).toBe(413);
  expect(
    await status(base, { method: 'POST', body: 'a=b', headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' } }),
  ).toBe(400);
});
