import { expect, it } from 'vitest';
import { ann, smallWorld } from '../testing/small-world.ts';

const folders = `/users/${ann}/contactFolders`;

it('have each name once below one parent, and keep their ids when renamed', async () => {
  const { call } = smallWorld();
  const { body: top } = await call('POST', folders, { displayName: 'Salesforce Contacts' });
  const twice = await call('POST', folders, { displayName: 'salesforce contacts' });
  expect([twice.status, twice.body.error.code]).toEqual([409, 'ErrorFolderExists']);
  expect((await call('POST', `${folders}/${top.id}/childFolders`, { displayName: 'Salesforce Contacts' })).status).toBe(201);
  await call('PATCH', `${folders}/${top.id}`, { displayName: 'New' });
  const listed = await call('GET', folders, undefined, { Prefer: 'IdType="ImmutableId"' });
  expect(listed.body.value).toMatchObject([{ id: top.id, displayName: 'New' }]);
  const known = await call('GET', `${folders}/contacts`);
  expect(known.body).toMatchObject({ id: top.parentFolderId, displayName: 'Contacts' });
  expect((await call('DELETE', `${folders}/contacts`)).body.error.code).toBe('ErrorDeleteDistinguishedFolder');
});

it('tell in delta of folders that came and went, with what was in them', async () => {
  const { call, graph } = smallWorld();
  const person = graph.mailbox(ann)!;
  const { id } = person.addContactFolder('Other');
  const contact = person.addContact({ givenName: 'A' }, id).id;
  const first = await call('GET', `${folders}/delta`);
  expect(first.body.value).toMatchObject([{ id, displayName: 'Other' }]);
  expect((await call('DELETE', `${folders}/${id}`)).status).toBe(204);
  const next = await call('GET', first.body['@odata.deltaLink']);
  expect(next.body.value).toEqual([{ id, '@removed': { reason: 'deleted' } }]);
  expect((await call('GET', `/users/${ann}/contacts/${contact}`)).status).toBe(404);
});

it('are found by their stamp', async () => {
  const { call } = smallWorld();
  const id = 'String {66f5a359-4659-4830-9070-00047ec6ac6e} Name Kind';
  await call('POST', folders, { displayName: 'A', singleValueExtendedProperties: [{ id, value: 'ours' }] });
  await call('POST', folders, { displayName: 'B' });
  const filter = encodeURIComponent(`singleValueExtendedProperties/any(ep: ep/id eq '${id}' and ep/value eq 'ours')`);
  expect((await call('GET', `${folders}?$filter=${filter}`)).body.value).toMatchObject([{ displayName: 'A' }]);
});
