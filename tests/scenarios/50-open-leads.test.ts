import { afterEach, beforeEach, expect, it } from 'vitest';
import { spend } from '../budgets/spend.ts';
import {
  appointReader,
  count,
  doJob,
  explain,
  minutes,
  openScene,
  outlookContact,
  type Scene,
  type ScenePerson,
  written,
} from '../scene/index.ts';

/** A person who is an open lead in Salesforce stays one: his Outlook contact waits until the lead is converted, and is tied to whom it became. */
let scene: Scene;
let ann: ScenePerson;
let bob: ScenePerson;
beforeEach(async () => {
  scene = await openScene({ people: 2, settings: { 'contact.account': 'off' } });
  [ann, bob] = scene.people as [ScenePerson, ScenePerson];
});
afterEach(() => scene.close());

const next = (person = ann) => {
  scene.advance(31 * minutes);
  return scene.sync(person);
};
const address = 'dana.ruiz@guest.example';
const lead = (more: Record<string, unknown> = {}, owner = ann.salesforceId) =>
  scene.salesforce.org.insert('Lead', { FirstName: 'Dana', LastName: 'Ruiz', Company: 'Guest', Email: address, ...more }, owner);
const add = (person = ann) => person.mailbox.addContact(outlookContact('Dana', 'Ruiz'));
const decisionOf = async (remoteId: string) =>
  (await scene.rows<{ reason: string; inputs: object }>('SELECT reason, inputs FROM decision WHERE remote_id = $1', [remoteId]))[0];
const links = async () =>
  (await scene.rows<{ salesforce_id: string }>("SELECT salesforce_id FROM link WHERE state = 'linked'")).map((row) => row.salesforce_id);
const issues = () => scene.rows("SELECT reason FROM issue WHERE state = 'open'");

it('waits with its reason, and goes on by itself when the lead is converted, deleted or has another address', async () => {
  const dana = lead({ Email: address.toUpperCase() });
  const item = add();
  expect(await explain(scene, ann.userId, { side: 'outlook', object: 'contact', remoteId: item.id })).toMatchObject({
    known: 'live',
    verdict: { reason: 'open-lead' },
  });
  const session = await scene.sync();
  expect(count(session, 'contact', 'up', 'created')).toBe(0);
  expect(scene.records('Contact')).toEqual([]);
  expect(await decisionOf(item.id)).toMatchObject({ reason: 'open-lead', inputs: { lead: ['Dana Ruiz'], leadIds: [dana] } });
  expect(await issues()).toEqual([]);
  const ask = (remoteId: string) => explain(scene, ann.userId, { side: 'outlook', object: 'contact', remoteId });
  const said = { verdict: { reason: 'open-lead', action: 'skip', inputs: { lead: ['Dana Ruiz'], leadIds: [dana] } } };
  expect(await ask(item.id)).toMatchObject({ known: 'books', ...said });
  // Left alone it costs nothing: the lead is looked at by the request that lists.
  await next();
  scene.advance(31 * minutes);
  expect((await spend(scene, async () => expect(written(await scene.sync())).toBe(0))).salesforce).toBe(1);
  scene.salesforce.org.update('Lead', dana, { Email: 'other@guest.example' });
  expect(count(await next(), 'contact', 'up', 'created')).toBe(1);
  expect(await decisionOf(item.id)).toMatchObject({ reason: 'new-on-outlook' });
});

it('is tied to the contact that the lead became, whatever its address, and nothing is made twice', async () => {
  const dana = lead();
  add();
  await scene.settle();
  const { contactId } = scene.salesforce.org.convertLead(dana, bob.salesforceId);
  scene.salesforce.org.update('Contact', contactId, { Email: 'dana@private.example', OwnerId: bob.salesforceId });
  await next();
  await scene.settle();
  expect(await links()).toEqual([contactId]);
  expect(scene.records('Contact')).toHaveLength(1);
  expect(ann.mailbox.contacts()).toHaveLength(1);
  expect(await issues()).toEqual([]);
});

it('of two mailboxes with the same person both wait, and both are tied', async () => {
  const dana = lead();
  for (const person of [ann, bob]) {
    add(person);
    await scene.settle(person);
  }
  const { contactId } = scene.salesforce.org.convertLead(dana, ann.salesforceId);
  for (const person of [ann, bob]) await next(person);
  expect(await links()).toEqual([contactId, contactId]);
  expect(scene.records('Contact')).toHaveLength(1);
});

it('a contact in Salesforce comes before a lead with the same address', async () => {
  lead();
  const known = scene.salesforce.org.insert('Contact', { FirstName: 'Dana', LastName: 'Ruiz', Email: address }, bob.salesforceId);
  add();
  await scene.settle();
  expect(await links()).toEqual([known]);
});

it('a lead made after the plan is noticed by the request that would make the contact, at no cost; those beside it are made', async () => {
  await scene.settle();
  scene.advance(31 * minutes);
  await scene.sync();
  scene.advance(31 * minutes);
  ann.mailbox.addContact(outlookContact('Kim', 'Lee'));
  expect((await spend(scene, () => scene.sync())).salesforce).toBe(2);
  // The write is refused for now, and waits for the next run.
  const item = add();
  ann.mailbox.addContact(outlookContact('Pia', 'Kurz'));
  scene.faults([{ at: 'salesforce.collections.upsert', nth: 1, do: '503' }]);
  await next();
  expect(scene.records('Contact')).toHaveLength(1);
  lead();
  await next();
  expect(scene.records('Contact').map((row) => row.LastName)).toEqual(['Lee', 'Kurz']);
  expect(await decisionOf(item.id)).toMatchObject({ reason: 'open-lead' });
  expect(await issues()).toEqual([]);
});

it('who may see no leads, or not this one, is not held up', async () => {
  lead({}, bob.salesforceId);
  scene.salesforce.control.set({ sharing: { Lead: 'Private' } });
  add();
  await scene.settle();
  expect(scene.records('Contact')).toHaveLength(1);
  scene.salesforce.control.set({
    sharing: { Lead: 'ReadWrite' },
    fieldSecurity: [{ object: 'Lead', field: 'Email', access: 'none', users: [ann.salesforceId] }],
  });
  lead({ LastName: 'Lee', Email: 'kim.lee@guest.example' });
  ann.mailbox.addContact(outlookContact('Kim', 'Lee'));
  await next();
  expect(scene.records('Contact')).toHaveLength(2);
  expect(await issues()).toEqual([]);
});

it('where the organization wants contacts beside leads, one is made', async () => {
  lead();
  await scene.rows(
    `INSERT INTO setting (customer_id, level, level_id, key, value, may_adjust, updated_at)
     SELECT customer_id, level, level_id, 'contact.lead', '"create"', true, updated_at FROM setting LIMIT 1 RETURNING key`,
  );
  add();
  await scene.settle();
  expect(scene.records('Contact')).toHaveLength(1);
});

it('with a reader for the whole org it goes on within hours; the preview says what waits', async () => {
  await appointReader(scene, bob);
  const dana = lead();
  add();
  const { rows } = await doJob(scene, { kind: 'preview', userId: ann.userId, parameters: {} });
  expect(rows).toMatchObject([{ action: 'skip', reason: 'open-lead' }]);
  await scene.settle();
  scene.advance(31 * minutes);
  await scene.sync();
  const { contactId } = scene.salesforce.org.convertLead(dana, bob.salesforceId);
  scene.salesforce.org.update('Contact', contactId, { OwnerId: bob.salesforceId });
  for (let hour = 0; hour < 7; hour += 1) {
    scene.advance(60 * minutes);
    await scene.sync();
  }
  expect(await links()).toEqual([contactId]);
});
