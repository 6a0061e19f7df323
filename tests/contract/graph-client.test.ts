import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { createAdaptorServer } from '@hono/node-server';
import { BatchRequestContent, BatchResponseContent, Client, type PageCollection, PageIterator } from '@microsoft/microsoft-graph-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepCertificates } from '../../sandbox/identity/certificate-authority.ts';
import { ann, bob, graphWorld } from './graph-world.ts';

type Item = { id: string; givenName?: string; '@removed'?: object };

/** Microsoft's own client, which sends its token to https only, drives the emulator over TLS. */
describe("Microsoft's Graph client", () => {
  const { graph, desk } = graphWorld();
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-graph-tls-'));
  const trusted = getCACertificates('default');
  let close = async () => {};
  let client: Client;

  beforeAll(async () => {
    const certificates = await keepCertificates(join(folder, 'tls'));
    if (!certificates) throw new Error('this test needs the openssl command');
    setDefaultCACertificates([...trusted, certificates.ca]);
    const server = createAdaptorServer({
      fetch: graph.app.fetch,
      createServer,
      serverOptions: { key: certificates.key, cert: certificates.cert },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    close = () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
    const { port } = server.address() as AddressInfo;
    client = Client.init({
      baseUrl: `https://localhost:${port}`,
      customHosts: new Set(['localhost']),
      authProvider: (done) => done(null, 'app'),
    });
  });
  afterAll(async () => {
    setDefaultCACertificates(trusted);
    await close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('creates, reads, changes and deletes', async () => {
    const made = await client.api(`/users/${ann}/contacts`).post({ givenName: 'Eva', surname: 'Stone' });
    const read = await client.api(`/users/${ann}/contacts/${made.id}`).select('displayName').get();
    expect(read.displayName).toBe('Eva Stone');
    await client.api(`/users/${ann}/contacts/${made.id}`).header('If-Match', made['@odata.etag']).patch({ jobTitle: 'CTO' });
    const stale = client.api(`/users/${ann}/contacts/${made.id}`).header('If-Match', made['@odata.etag']).patch({ jobTitle: 'CEO' });
    await expect(stale).rejects.toMatchObject({ statusCode: 412, code: 'ErrorIrresolvableConflict' });
    await client.api(`/users/${ann}/contacts/${made.id}`).delete();
    await expect(client.api(`/users/${ann}/contacts/${made.id}`).get()).rejects.toMatchObject({
      statusCode: 404,
      code: 'ErrorItemNotFound',
    });
  });

  it('walks pages with its own iterator', async () => {
    const person = graph.mailbox(bob)!;
    for (let i = 0; i < 25; i += 1) person.addContact({ givenName: `C${i}` });
    const first: PageCollection = await client.api(`/users/${bob}/contacts`).top(10).get();
    const names: unknown[] = [];
    await new PageIterator(client, first, (item) => names.push(item.givenName) > 0).iterate();
    expect(names).toEqual(Array.from({ length: 25 }, (_, i) => `C${i}`));
  });

  it('follows delta to its end and back for what is new', async () => {
    const person = graph.mailbox(ann)!;
    const ids = Array.from({ length: 7 }, (_, i) => person.addContact({ givenName: `D${i}` }).id);
    const prefer = { Prefer: 'IdType="ImmutableId", odata.maxpagesize=3' };
    const seen: string[] = [];
    const first: PageCollection = await client.api(`/users/${ann}/contactFolders/contacts/contacts/delta`).headers(prefer).get();
    const walk = new PageIterator(client, first, ({ id }: Item) => seen.push(id) > 0, { headers: prefer });
    await walk.iterate();
    expect(seen).toEqual(ids);
    person.deleteContact(ids[3]!);
    const next = await client
      .api(walk.getDeltaLink() ?? '')
      .headers(prefer)
      .get();
    expect(next.value).toEqual([{ id: ids[3], '@removed': { reason: 'deleted' } }]);
  });

  it('sends a batch and finds each answer by its id', async () => {
    const url = `https://graph.microsoft.com/users/${bob}/contacts`;
    const init = (name: string) => ({
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ givenName: name }),
    });
    const steps = Array.from({ length: 20 }, (_, i) => ({ id: `n${i}`, request: new Request(url, init(`B${i}`)) }));
    const content = await new BatchRequestContent(steps).getContent();
    const answers = new BatchResponseContent(await client.api('/$batch').post(content));
    for (let i = 0; i < 20; i += 1) {
      const answer = answers.getResponseById(`n${i}`);
      expect(answer.status).toBe(201);
      expect((await answer.json()).givenName).toBe(`B${i}`);
    }
  });

  it('waits out a 429 by its Retry-After and tries again', async () => {
    desk.faults.set([{ at: 'graph.contacts.list', nth: 1, do: '429', seconds: 0 }]);
    const { value } = await client.api(`/users/${ann}/contacts`).get();
    expect(value.length).toBeGreaterThan(0);
    expect(desk.faults.counters['graph.contacts.list']).toBeGreaterThanOrEqual(2);
  });
});
