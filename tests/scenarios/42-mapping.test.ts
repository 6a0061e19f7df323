import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MappingRule } from '../../core/model/index.ts';
import { minutes, openScene, outlookContact, type Scene, salesforceContact, written } from '../scene/index.ts';

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(() => scene.close());

const ann = () => scene.people[0]!;
const contacts = () => scene.records('Contact');
const outlookOf = (surname: string) =>
  ann()
    .mailbox.contacts()
    .find((contact) => contact.surname === surname);
const nickname: MappingRule = { kind: 'pair', outlook: 'nickName', salesforce: 'Nickname__c', travels: 'both', max: 80, cut: true };
/** As an administrator saves it, for the scene's organization. */
const save = (...rules: MappingRule[]) =>
  scene.store.asCustomers([scene.customerId], ({ execute }) =>
    execute(
      `INSERT INTO setting (customer_id, level, level_id, key, value, may_adjust, updated_at)
       SELECT customer_id, 'organization', id, 'contact.mapping', $1, true, $2 FROM organization
       ON CONFLICT (customer_id, level, level_id, key) DO UPDATE SET value = excluded.value`,
      [JSON.stringify(rules), new Date(scene.desk.clock.now()).toISOString()],
    ),
  );

describe('a field that the organization adds', () => {
  beforeEach(async () => {
    ann().mailbox.addContact(outlookContact('Dana', 'Ruiz', { nickName: 'Dan' }));
    ann().mailbox.addContact(outlookContact('Kim', 'Lee'));
    scene.salesforce.org.insert('Contact', salesforceContact('Ann', 'Poe', { Nickname__c: 'Annie' }), ann().salesforceId);
    await scene.settle();
  });

  it('fills what is there already on both sides, without a new record, and then rests', async () => {
    await save(nickname);
    const sessions = await scene.settle();
    expect(written(sessions[0]!)).toBe(2);
    expect(contacts().map((row) => [row.LastName, row.Nickname__c ?? null])).toEqual(
      expect.arrayContaining([
        ['Ruiz', 'Dan'],
        ['Lee', null],
        ['Poe', 'Annie'],
      ]),
    );
    expect(outlookOf('Poe')).toMatchObject({ nickName: 'Annie' });
    expect(contacts()).toHaveLength(3);
    expect(written(await scene.sync())).toBe(0);
  });

  it('goes on both ways, and is left alone once the rule is taken back', async () => {
    await save(nickname);
    await scene.settle();
    const record = contacts().find((row) => row.LastName === 'Ruiz')!;
    scene.salesforce.org.update('Contact', String(record.Id), { Nickname__c: 'Danny' }, ann().salesforceId);
    ann().mailbox.updateContact(String(outlookOf('Lee')?.id), { nickName: 'Kimmy' });
    scene.advance(31 * minutes);
    await scene.settle();
    expect(outlookOf('Ruiz')).toMatchObject({ nickName: 'Danny' });
    expect(contacts().find((row) => row.LastName === 'Lee')).toMatchObject({ Nickname__c: 'Kimmy' });
    await save();
    ann().mailbox.updateContact(String(outlookOf('Lee')?.id), { nickName: 'K.' });
    scene.advance(31 * minutes);
    await scene.settle();
    expect(contacts().find((row) => row.LastName === 'Lee')).toMatchObject({ Nickname__c: 'Kimmy' });
    expect(outlookOf('Lee')).toMatchObject({ nickName: 'K.' });
  });

  it('takes the newer edit where both sides say something else', async () => {
    const record = contacts().find((row) => row.LastName === 'Ruiz')!;
    scene.salesforce.org.update('Contact', String(record.Id), { Nickname__c: 'D.' }, ann().salesforceId);
    scene.advance(31 * minutes);
    await scene.sync();
    await save(nickname);
    scene.advance(31 * minutes);
    await scene.settle();
    expect(outlookOf('Ruiz')).toMatchObject({ nickName: 'D.' });
  });
});

it('one direction, another field, and a constant', async () => {
  await save(
    { kind: 'direction', field: 'title', travels: 'up' },
    { kind: 'target', field: 'notes', salesforce: 'Description' },
    { kind: 'constant', salesforce: 'LeadSource', value: 'Other' },
    { kind: 'constant', salesforce: 'Score__c', value: 3 },
  );
  ann().mailbox.addContact(outlookContact('Dana', 'Ruiz', { jobTitle: 'Buyer' }));
  await scene.settle();
  const record = contacts()[0]!;
  expect(record).toMatchObject({ Title: 'Buyer', LeadSource: 'Other', Score__c: 3 });
  scene.salesforce.org.update('Contact', String(record.Id), { Title: 'Director', LeadSource: 'Web' }, ann().salesforceId);
  scene.advance(31 * minutes);
  const sessions = await scene.settle();
  expect(sessions.map(written)).toEqual([0, 0]);
  expect(outlookOf('Ruiz')).toMatchObject({ jobTitle: 'Buyer' });
  expect(contacts()[0]).toMatchObject({ LeadSource: 'Web' });
});
