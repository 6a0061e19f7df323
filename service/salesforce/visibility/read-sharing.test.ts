import { afterEach, beforeEach, expect, it } from 'vitest';
import { type SalesforceWorld, salesforceWorld } from '../../../tests/setup/adapters/salesforce-world.ts';
import { readSharing } from './read-sharing.ts';

let world: SalesforceWorld;
beforeEach(async () => {
  world = await salesforceWorld();
});
afterEach(() => world.close());

const read = (object: 'contact' | 'event', recordId: string | null = null) =>
  readSharing(world.settings, world.access, { object, recordId });

it('tells the defaults of the org and the roles above, the nearest first', async () => {
  const role = (Name: string, ParentRoleId: string | null) => world.salesforce.org.insert('UserRole', { Name, ParentRoleId });
  const head = role('Head of Sales', role('CEO', null));
  world.salesforce.org.update('User', world.ada, { UserRoleId: role('Sales', head) });
  world.salesforce.control.set({ sharing: { Account: 'Private', Contact: 'ReadWrite' } });
  expect(await read('contact')).toMatchObject({
    defaults: { Account: 'none', Contact: 'read' },
    rolesAbove: ['Head of Sales', 'CEO'],
    parents: [],
  });
});

it('tells what a record belongs to, and whether it is private', async () => {
  const account = world.salesforce.org.insert('Account', { Name: 'Contoso' }, world.ada);
  const contact = world.salesforce.org.insert('Contact', { LastName: 'Poe', AccountId: account }, world.ada);
  const times = { StartDateTime: '2026-11-26T09:00:00Z', EndDateTime: '2026-11-26T10:00:00Z' };
  const event = (more: object) => world.salesforce.org.insert('Event', { Subject: 'Review', ...times, ...more }, world.ada);
  expect((await read('contact', contact)).parents).toEqual([{ object: 'Account', name: 'Contoso' }]);
  const about = await read('event', event({ WhoId: contact, WhatId: account }));
  expect(about).toMatchObject({ recordPrivate: false });
  expect(about.parents).toEqual([
    { object: 'Contact', name: 'Poe' },
    { object: 'Account', name: 'Contoso' },
  ]);
  expect(await read('event', event({ IsPrivate: true }))).toMatchObject({ recordPrivate: true, parents: [] });
});

it('a contact of a closed account is read by whoever reads the account', async () => {
  world.salesforce.control.set({ sharing: { Account: 'Private', Contact: 'ControlledByParent' } });
  const account = world.salesforce.org.insert('Account', { Name: 'Contoso' }, world.ada);
  const own = world.salesforce.org.insert('Contact', { LastName: 'Poe', AccountId: account }, world.ben);
  const other = world.salesforce.org.insert('Contact', { LastName: 'Lee' }, world.ben);
  expect((await read('contact')).defaults).toMatchObject({ Account: 'none', Contact: 'parent' });
  expect((await read('contact', own)).parents).toHaveLength(1);
  expect((await read('contact', other)).parents).toEqual([]);
  const looks = await world.open().get([own, other].map((remoteId) => ({ object: 'contact', remoteId })));
  expect(looks.map(({ item }) => item?.remoteId ?? null)).toEqual([own, null]);
});

it('what the user may not ask is not known, instead of being taken for open or closed', async () => {
  world.salesforce.control.set({ fieldSecurity: [{ object: 'Organization', field: 'DefaultContactAccess', access: 'none' }] });
  expect((await read('contact')).defaults).toEqual({});
});
