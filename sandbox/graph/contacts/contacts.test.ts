import { describe, expect, it } from 'vitest';
import { createDesk } from '../../world/desk.ts';
import { ann, smallWorld } from '../testing/small-world.ts';

const immutable = { Prefer: 'IdType="ImmutableId"' };

describe('contacts', () => {
  it('are created, read, changed and deleted', async () => {
    const { call } = smallWorld();
    const made = await call('POST', `/users/${ann}/contacts`, {
      givenName: ' Eva ',
      surname: 'Stone',
      emailAddresses: [{ address: 'eva@x.example' }],
    });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      givenName: 'Eva',
      displayName: 'Eva Stone',
      fileAs: 'Stone, Eva',
      emailAddresses: [{ name: 'Eva Stone', address: 'eva@x.example' }],
    });
    const path = `/users/ann@contoso.example/contacts/${made.body.id}`;
    const changed = await call('PATCH', path, { jobTitle: 'CTO' });
    expect(changed.body).toMatchObject({ jobTitle: 'CTO', givenName: 'Eva' });
    expect(changed.body['@odata.etag']).not.toBe(made.body['@odata.etag']);
    expect((await call('DELETE', path)).status).toBe(204);
    const gone = await call('GET', path);
    expect(gone.status).toBe(404);
    expect(gone.body.error.code).toBe('ErrorItemNotFound');
  });

  it('refuse a write whose If-Match names an older version', async () => {
    const { call } = smallWorld();
    const { body } = await call('POST', `/users/${ann}/contacts`, { givenName: 'A' });
    await call('PATCH', `/users/${ann}/contacts/${body.id}`, { givenName: 'B' });
    const stale = await call('PATCH', `/users/${ann}/contacts/${body.id}`, { givenName: 'C' }, { 'If-Match': body['@odata.etag'] });
    expect([stale.status, stale.body.error.code]).toEqual([412, 'ErrorIrresolvableConflict']);
  });

  it('refuse unknown and read-only properties and bad JSON', async () => {
    const { call } = smallWorld();
    const unknown = await call('POST', `/users/${ann}/contacts`, { shoeSize: 9 });
    expect([unknown.status, unknown.body.error.code]).toEqual([400, 'RequestBodyRead']);
    expect((await call('POST', `/users/${ann}/contacts`, { changeKey: 'x' })).body.error.code).toBe('ErrorInvalidPropertySet');
    expect((await call('POST', `/users/${ann}/contacts`, '{nope')).status).toBe(400);
  });

  it('have mutable ids that die on a move and immutable ids that do not', async () => {
    const { call, graph } = smallWorld();
    const mutable = (await call('POST', `/users/${ann}/contacts`, { givenName: 'A' })).body.id;
    const listed = await call('GET', `/users/${ann}/contacts`, undefined, immutable);
    const lasting = listed.body.value[0].id;
    expect(lasting).not.toBe(mutable);
    const person = graph.mailbox(ann)!;
    person.moveContact(lasting, person.addContactFolder('Other').id);
    expect((await call('GET', `/users/${ann}/contacts/${mutable}`)).status).toBe(404);
    expect((await call('GET', `/users/${ann}/contacts/${lasting}`)).status).toBe(200);
  });
});

describe('contacts/delta', () => {
  it('walks the pages, then tells what changed and what went', async () => {
    const { call, graph } = smallWorld();
    const person = graph.mailbox(ann)!;
    const ids = Array.from({ length: 5 }, (_, i) => person.addContact({ givenName: `C${i}` }).id);
    const headers = { Prefer: 'IdType="ImmutableId", odata.maxpagesize=2' };
    let page = await call('GET', `/users/${ann}/contactFolders/contacts/contacts/delta`, undefined, headers);
    expect(page.headers.get('preference-applied')).toContain('odata.track-changes');
    const seen: string[] = [];
    while (page.body['@odata.nextLink']) {
      seen.push(...page.body.value.map((one: { id: string }) => one.id));
      page = await call('GET', page.body['@odata.nextLink'], undefined, headers);
    }
    seen.push(...page.body.value.map((one: { id: string }) => one.id));
    expect(seen).toEqual(ids);
    person.updateContact(ids[1]!, { givenName: 'new' });
    person.deleteContact(ids[2]!);
    const next = await call('GET', page.body['@odata.deltaLink'], undefined, headers);
    expect(next.body.value).toMatchObject([
      { id: ids[1], givenName: 'new' },
      { id: ids[2], '@removed': { reason: 'deleted' } },
    ]);
    const last = await call('GET', next.body['@odata.deltaLink'], undefined, headers);
    expect(last.body.value).toEqual([]);
    expect(last.body['@odata.deltaLink']).toBe(next.body['@odata.deltaLink']);
  });

  it('answers 410 SyncStateNotFound for a token that fell out of the newest eight', async () => {
    const { call, graph } = smallWorld();
    const person = graph.mailbox(ann)!;
    const first = (await call('GET', `/users/${ann}/contacts/delta`)).body['@odata.deltaLink'];
    let link = first;
    for (let i = 0; i < 8; i += 1) {
      person.addContact({ givenName: `C${i}` });
      link = (await call('GET', link)).body['@odata.deltaLink'];
    }
    const old = await call('GET', first);
    expect([old.status, old.body.error.code]).toEqual([410, 'SyncStateNotFound']);
    expect((await call('GET', link)).status).toBe(200);
  });

  it('shows a contact that left and came back only as removed, to a reader of immutable ids', async () => {
    const { call, graph } = smallWorld();
    const person = graph.mailbox(ann)!;
    const { id } = person.addContact({ givenName: 'A' });
    const other = person.addContactFolder('Other').id;
    const { '@odata.deltaLink': link } = (await call('GET', `/users/${ann}/contacts/delta`, undefined, immutable)).body;
    person.moveContact(id, other);
    person.moveContact(id, 'contacts');
    expect((await call('GET', link, undefined, immutable)).body.value).toEqual([{ id, '@removed': { reason: 'deleted' } }]);
    expect((await call('GET', `/users/${ann}/contacts/${id}`)).status).toBe(200);
    const fresh = await call('GET', `/users/${ann}/contacts/delta`, undefined, immutable);
    expect(fresh.body.value).toHaveLength(1);
  });

  it('refuses $filter by name and a link with added parameters', async () => {
    const { call } = smallWorld();
    const refused = await call('GET', `/users/${ann}/contacts/delta?$filter=x`);
    expect(refused.status).toBe(400);
    expect(refused.body.error.message).toContain("'$filter'");
    const link = (await call('GET', `/users/${ann}/contacts/delta`)).body['@odata.deltaLink'];
    expect((await call('GET', `${link}&$select=id`)).status).toBe(400);
  });
});

it('the world read back from its tables goes on where it was', async () => {
  const desk = createDesk();
  const before = smallWorld({ desk });
  const person = before.graph.mailbox(ann)!;
  const kept = person.addContact({ givenName: 'kept' }).id;
  const gone = person.addContact({ givenName: 'gone' }).id;
  const link = (await before.call('GET', `/users/${ann}/contacts/delta`, undefined, immutable)).body['@odata.deltaLink'];
  person.deleteContact(gone);
  const after = smallWorld({ desk });
  const round = await after.call('GET', link, undefined, immutable);
  expect(round.body.value).toEqual([{ id: gone, '@removed': { reason: 'deleted' } }]);
  expect((await after.call('GET', `/users/${ann}/contacts/${kept}`)).status).toBe(200);
  expect(after.graph.mailbox(ann)?.addContact({ givenName: 'third' }).id).not.toBe(gone);
});
