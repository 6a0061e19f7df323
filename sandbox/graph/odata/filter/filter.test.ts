import { expect, it } from 'vitest';
import { ann, smallWorld } from '../../testing/small-world.ts';

const stamp = 'String {66f5a359-4659-4830-9070-00047ec6ac6e} Name CrmId';
const find = (filter: string) => `/users/${ann}/contacts?$filter=${encodeURIComponent(filter)}`;

it('finds contacts by comparison, text function, any and date', async () => {
  const { call, graph } = smallWorld();
  const person = graph.mailbox(ann)!;
  person.addContact({ givenName: 'Eva', surname: 'Stone', emailAddresses: [{ address: 'Eva@x.example' }] });
  person.addContact({ givenName: 'Max', surname: "O'Hara" });
  const names = async (filter: string) => (await call('GET', find(filter))).body.value.map((one: { givenName: string }) => one.givenName);
  expect(await names("surname eq 'stone'")).toEqual(['Eva']);
  expect(await names("startswith(givenName,'M') or surname eq 'Stone'")).toEqual(['Eva', 'Max']);
  expect(await names("emailAddresses/any(a:a/address eq 'eva@x.example')")).toEqual(['Eva']);
  expect(await names("not (surname eq 'O''Hara') and lastModifiedDateTime ge 2020-01-01T00:00:00Z")).toEqual(['Eva']);
  expect(await names("surname in ('x', 'Stone')")).toEqual(['Eva']);
});

it('finds an item by its stamp, which is shown only where it is asked for', async () => {
  const { call } = smallWorld();
  const made = await call('POST', `/users/${ann}/contacts`, {
    givenName: 'Eva',
    singleValueExtendedProperties: [{ id: stamp, value: 'C1' }],
  });
  expect(made.body).not.toHaveProperty('singleValueExtendedProperties');
  await call('POST', `/users/${ann}/contacts`, { givenName: 'Max' });
  const other = stamp.replace('66f5a359', '66F5A359');
  const found = await call('GET', find(`singleValueExtendedProperties/Any(ep: ep/id eq '${other}' and ep/value eq 'C1')`));
  expect(found.body.value.map((one: { givenName: string }) => one.givenName)).toEqual(['Eva']);
  const expand = encodeURIComponent(`singleValueExtendedProperties($filter=id eq '${stamp}')`);
  const shown = await call('GET', `/users/${ann}/contacts/${made.body.id}?$expand=${expand}&$select=givenName`);
  expect(shown.body.singleValueExtendedProperties).toEqual([{ id: stamp, value: 'C1' }]);
  expect((await call('GET', `/users/${ann}/contacts?$expand=photo`)).status).toBe(400);
});

it('refuses what it cannot read, naming it', async () => {
  const { call } = smallWorld();
  for (const filter of ["shoeSize eq '1'", "surname like 'x'", "surname eq 'x", 'length(surname) eq 3', "surname eq 'a' surname", ''])
    expect((await call('GET', find(filter))).body.error.code).toBe('ErrorInvalidUrlQueryFilter');
});
