import { afterEach, beforeEach, expect, it } from 'vitest';
import { count, minutes, openScene, outlookContact, type Scene, type ScenePerson, salesforceContact, written } from '../scene/index.ts';

let scene: Scene;
let ann: ScenePerson;
beforeEach(async () => {
  scene = await openScene();
  [ann] = scene.people as [ScenePerson];
});
afterEach(() => scene.close());

const next = () => {
  scene.advance(31 * minutes);
  return scene.sync();
};
const idOf = (last: string) => String(scene.records('Contact').find((row) => row.LastName === last)?.Id);
const open = () => scene.rows<{ reason: string; side: string }>("SELECT reason, side FROM issue WHERE state = 'open'");

it('a record merged into one that Outlook does not have: the contact follows to the master, and takes what it says', async () => {
  const contact = ann.mailbox.addContact(outlookContact('Dana', 'Ruiz', { jobTitle: 'Buyer' }));
  await scene.settle();
  const other = scene.people[0]!.salesforceId;
  const master = scene.salesforce.org.insert('Contact', { LastName: 'Ruiz-Lang', FirstName: 'Dana', Email: 'dana@lang.example' }, other);
  scene.salesforce.org.merge('Contact', master, [idOf('Ruiz')], { Title: 'Director' }, ann.salesforceId);
  await next();
  await scene.settle();
  const now = ann.mailbox.contacts().find((one) => one.id === contact.id);
  expect(now).toMatchObject({ surname: 'Ruiz-Lang', jobTitle: 'Director' });
  expect(ann.mailbox.contacts()).toHaveLength(1);
  const [link] = await scene.rows<{ salesforce_id: string }>("SELECT salesforce_id FROM link WHERE state = 'linked'");
  expect(link?.salesforce_id).toBe(master);
  expect(written(await next())).toBe(0);
});

it('two contacts whose records were merged: one stays connected, the other is kept and asked about, nothing is deleted', async () => {
  ann.mailbox.addContact(outlookContact('Dana', 'Ruiz'));
  ann.mailbox.addContact(outlookContact('Dana', 'Lang'));
  await scene.settle();
  scene.salesforce.org.merge('Contact', idOf('Lang'), [idOf('Ruiz')], {}, ann.salesforceId);
  const session = await next();
  expect(count(session, 'contact', 'down', 'deleted')).toBe(0);
  await scene.settle();
  expect(ann.mailbox.contacts()).toHaveLength(2);
  expect(await open()).toEqual([{ reason: 'merged', side: 'outlook' }]);
  expect(scene.records('Contact').filter((row) => row.OwnerId === ann.salesforceId)).toHaveLength(1);
});

it('a contact edited in Outlook while its record was merged keeps the edit and follows', async () => {
  const contact = ann.mailbox.addContact(outlookContact('Dana', 'Ruiz', { jobTitle: 'Buyer' }));
  await scene.settle();
  const master = scene.salesforce.org.insert(
    'Contact',
    salesforceContact('Dana', 'Ruiz', { Email: 'other@guest.example' }),
    ann.salesforceId,
  );
  scene.salesforce.org.merge('Contact', master, [idOf('Ruiz')], {}, ann.salesforceId);
  ann.mailbox.updateContact(contact.id, { department: 'Sales' });
  await next();
  await scene.settle();
  expect(scene.salesforce.org.record(master)).toMatchObject({ Department: 'Sales' });
  expect(ann.mailbox.contacts()).toHaveLength(1);
});

it('a converted lead becomes the partner of the Outlook contact of its address, once', async () => {
  const lead = scene.salesforce.org.insert(
    'Lead',
    { LastName: 'Ruiz', FirstName: 'Dana', Company: 'Lang', Email: 'dana.ruiz@guest.example' },
    ann.salesforceId,
  );
  const { contactId } = scene.salesforce.org.convertLead(lead, ann.salesforceId);
  ann.mailbox.addContact(outlookContact('Dana', 'Ruiz'));
  await scene.settle();
  expect(await scene.rows("SELECT salesforce_id FROM link WHERE state = 'linked'")).toEqual([{ salesforce_id: contactId }]);
  expect(scene.records('Contact')).toHaveLength(1);
  expect(ann.mailbox.contacts()).toHaveLength(1);
});
