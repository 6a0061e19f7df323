import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  answerIssues,
  count,
  minutes,
  openScene,
  outlookContact,
  type Scene,
  type ScenePerson,
  salesforceContact,
} from '../scene/index.ts';

/** A person, a phone or an import deletes a contact and makes it again: the partner, and all that hangs on it, is kept. */
let scene: Scene;
let ann: ScenePerson;
beforeEach(async () => {
  scene = await openScene();
  [ann] = scene.people as [ScenePerson];
});
afterEach(() => scene.close());

const contacts = () => scene.records('Contact').filter((row) => row.OwnerId === ann.salesforceId);
const find = (last: string) => String(contacts().find((row) => row.LastName === last)?.Id);
const issues = () => scene.rows("SELECT reason FROM issue WHERE state = 'open'");
const next = () => {
  scene.advance(31 * minutes);
  return scene.sync();
};

describe('deleted and made again', () => {
  it('ties a contact that was deleted and made again with the same address to the record it had', async () => {
    const old = ann.mailbox.addContact(outlookContact('Dana', 'Ruiz', { jobTitle: 'Buyer' }));
    await scene.settle();
    const record = find('Ruiz');
    ann.mailbox.deleteContact(old.id);
    ann.mailbox.addContact(outlookContact('Dana', 'Ruiz', { department: 'Sales' }));
    const session = await next();
    expect(count(session, 'contact', 'up', 'deleted') + count(session, 'contact', 'up', 'created')).toBe(0);
    await scene.settle();
    expect(contacts()).toMatchObject([{ Id: record, Title: 'Buyer', Department: 'Sales' }]);
    expect(ann.mailbox.contacts()).toMatchObject([{ jobTitle: 'Buyer', department: 'Sales' }]);
    expect(await issues()).toEqual([]);
    expect(await scene.rows("SELECT state FROM link WHERE state <> 'ended'")).toEqual([{ state: 'linked' }]);
  });

  it('ties a record that was deleted and made again with the same address to the contact it had', async () => {
    scene.salesforce.org.insert('Contact', salesforceContact('Dana', 'Ruiz', { Title: 'Buyer' }), ann.salesforceId);
    await scene.settle();
    const [card] = ann.mailbox.contacts();
    scene.salesforce.org.delete('Contact', find('Ruiz'), ann.salesforceId);
    scene.salesforce.org.insert('Contact', salesforceContact('Dana', 'Ruiz', { Department: 'Sales' }), ann.salesforceId);
    await next();
    await scene.settle();
    expect(ann.mailbox.contacts()).toMatchObject([{ id: card?.id, jobTitle: 'Buyer', department: 'Sales' }]);
    expect(contacts()).toMatchObject([{ Title: 'Buyer', Department: 'Sales' }]);
    expect(await issues()).toEqual([]);
  });

  it('calls a held deletion off for those that were made again, and for no other', async () => {
    for (const name of ['Ada', 'Ben', 'Col']) ann.mailbox.addContact(outlookContact(name, 'Held'));
    await scene.settle();
    const before = new Map(contacts().map((row) => [row.FirstName, row.Id]));
    for (const item of [...ann.mailbox.contacts()]) ann.mailbox.deleteContact(item.id);
    expect((await next()).state).toBe('held');
    ann.mailbox.addContact(outlookContact('Ada', 'Held'));
    await next();
    await answerIssues(scene, 'allow');
    await scene.settle();
    expect(contacts().map((row) => row.Id)).toEqual([before.get('Ada')]);
    expect(ann.mailbox.contacts()).toHaveLength(1);
    expect(await issues()).toEqual([]);
  });

  it('makes a new record where the deletion has gone out already', async () => {
    const old = ann.mailbox.addContact(outlookContact('Dana', 'Ruiz'));
    await scene.settle();
    const record = find('Ruiz');
    ann.mailbox.deleteContact(old.id);
    await next();
    ann.mailbox.addContact(outlookContact('Dana', 'Ruiz'));
    await next();
    await scene.settle();
    expect(contacts()).toHaveLength(1);
    expect(find('Ruiz')).not.toBe(record);
    expect(await issues()).toEqual([]);
  });

  it('ties the double that is left when a person deleted the other', async () => {
    const one = ann.mailbox.addContact(outlookContact('Dana', 'Ruiz'));
    ann.mailbox.addContact(outlookContact('Dana', 'Ruiz'));
    await scene.settle();
    expect(contacts()).toHaveLength(0);
    ann.mailbox.deleteContact(one.id);
    scene.advance(31 * minutes);
    await scene.settle();
    expect(contacts()).toHaveLength(1);
    expect(await issues()).toEqual([]);
  });

  it('ties both doubles when one gets an address of its own', async () => {
    const one = ann.mailbox.addContact(outlookContact('Dana', 'Ruiz'));
    ann.mailbox.addContact(outlookContact('Dana', 'Ruiz'));
    await scene.settle();
    ann.mailbox.updateContact(one.id, { emailAddresses: [{ name: 'x', address: 'other@guest.example' }] });
    scene.advance(31 * minutes);
    await scene.settle();
    expect(contacts()).toHaveLength(2);
    expect(await issues()).toEqual([]);
  });
});

it('a contact whose link has ended stays as it is, and puts no new one of its address in doubt', async () => {
  await scene.rows(
    "INSERT INTO setting (customer_id, level, level_id, key, value, may_adjust, updated_at) SELECT customer_id, level, level_id, 'contact.deletions.down', 'false', true, updated_at FROM setting LIMIT 1 RETURNING key",
  );
  const stays = ann.mailbox.addContact(outlookContact('Dana', 'Ruiz', { jobTitle: 'Buyer' }));
  await scene.settle();
  scene.salesforce.org.delete('Contact', find('Ruiz'), ann.salesforceId);
  await next();
  expect(await scene.rows("SELECT outlook_id, state FROM link WHERE object = 'contact'")).toEqual([
    { outlook_id: stays.id, state: 'ended' },
  ]);
  const made = ann.mailbox.addContact(outlookContact('Dana', 'Ruiz', { jobTitle: 'Head of purchasing' }));
  expect(count(await next(), 'contact', 'up', 'created')).toBe(1);
  expect(await issues()).toEqual([]);
  expect(contacts()).toMatchObject([{ Title: 'Head of purchasing' }]);
  expect(ann.mailbox.contacts().map(({ id, jobTitle }) => [id, jobTitle])).toEqual([
    [stays.id, 'Buyer'],
    [made.id, 'Head of purchasing'],
  ]);
  // Two that both would travel are a question as ever.
  ann.mailbox.addContact(outlookContact('Otis', 'Rook'));
  ann.mailbox.addContact(outlookContact('Otis', 'Rook'));
  await next();
  expect(await issues()).toEqual([{ reason: 'duplicate-candidates' }, { reason: 'duplicate-candidates' }]);
});

describe('a new contact of whom somebody else has a record', () => {
  const ben = () =>
    scene.salesforce.org.insert('User', { Username: 'ben@else.example', Email: 'ben@else.example', FirstName: 'Ben', LastName: 'Else' });
  const names = () => scene.records('Contact').map((row) => row.LastName);
  const links = () => scene.rows("SELECT state, made_by_us FROM link WHERE object = 'contact' ORDER BY made_by_us NULLS FIRST");

  it('is tied to that one in the same sync, though its look-up went out with the write; what is new beside it is made', async () => {
    await scene.settle();
    scene.salesforce.org.insert('Contact', salesforceContact('Dana', 'Ruiz'), ben());
    for (const last of ['Ruiz', 'Rook']) ann.mailbox.addContact(outlookContact('Dana', last));
    expect(count(await next(), 'contact', 'up', 'created')).toBe(1);
    expect(names().sort()).toEqual(['Rook', 'Ruiz']);
    expect(await links()).toEqual([
      { state: 'linked', made_by_us: null },
      { state: 'linked', made_by_us: 'salesforce' },
    ]);
    expect(await issues()).toEqual([]);
  });

  it('is not made a second time when the write had to wait and somebody was faster', async () => {
    await scene.settle();
    ann.mailbox.addContact(outlookContact('Dana', 'Ruiz'));
    scene.faults([{ at: 'salesforce.collections.upsert', nth: 1, do: '503' }]);
    await next();
    expect(names()).toEqual([]);
    scene.salesforce.org.insert('Contact', salesforceContact('Dana', 'Ruiz'), ben());
    await next();
    await scene.settle();
    expect(names()).toEqual(['Ruiz']);
    expect(await links()).toEqual([{ state: 'linked', made_by_us: null }]);
  });
});
