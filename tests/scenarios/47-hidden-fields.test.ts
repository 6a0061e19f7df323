import { afterEach, beforeEach, expect, it } from 'vitest';
import type { MappingRule } from '../../core/model/index.ts';
import { ledger } from '../../service/store/index.ts';
import { requests, spend } from '../budgets/spend.ts';
import { days, minutes, openScene, outlookContact, type Scene, type ScenePerson, salesforceContact, written } from '../scene/index.ts';

const nickname: MappingRule = { kind: 'pair', outlook: 'nickName', salesforce: 'Nickname__c', travels: 'both', max: 80, cut: true };

let scene: Scene;
let ann: ScenePerson;
beforeEach(async () => {
  scene = await openScene({ people: 2, settings: { 'contact.mapping': [nickname] } });
  [ann] = scene.people as [ScenePerson];
});
afterEach(() => scene.close());

const hide = (access: 'none' | 'read', field = 'Nickname__c') =>
  scene.salesforce.control.set({ fieldSecurity: [{ object: 'Contact', field, access, users: [ann.salesforceId] }] });
const show = () => scene.salesforce.control.set({ fieldSecurity: [] });
const next = (person?: ScenePerson) => {
  scene.advance(31 * minutes);
  return scene.sync(person);
};
const issues = (state: 'open' | 'resolved' = 'open') =>
  ledger(scene.store, scene.parts.ids).issues([scene.customerId], { userId: ann.userId, state }, { limit: 50 });
const answer = async (reply: 'retry' | 'ignore') => {
  const [issue] = await issues();
  const actor = { accountId: scene.parts.ids.next(), email: 'ann@lockstep.example' };
  const at = new Date(scene.parts.clock.now()).toISOString();
  const act = { actor, onBehalfOf: null, source: 'test', at, activities: [] };
  await ledger(scene.store, scene.parts.ids).answerIssue([scene.customerId], issue!.id, reply, act);
};
const record = (name: string) => scene.records('Contact').find((row) => row.LastName === name)!;
const item = (name: string) => ann.mailbox.contacts().find((contact) => contact.surname === name)!;
const insert = (name: string, more = {}) => scene.salesforce.org.insert('Contact', salesforceContact('Kim', name, more), ann.salesforceId);

it('a hidden field is left out of what is read and written; everything else of the object goes on', async () => {
  ann.mailbox.addContact(outlookContact('Dana', 'Ruiz', { nickName: 'Dan' }));
  insert('Poe', { Nickname__c: 'Annie' });
  hide('none');
  await scene.settle();
  expect(record('Ruiz')).toMatchObject({ FirstName: 'Dana' });
  expect(record('Ruiz').Nickname__c ?? null).toBeNull();
  expect(item('Poe').nickName ?? null).toBeNull();
  expect(await issues()).toMatchObject([{ reason: 'field-hidden', object: 'contact', remoteId: null, detail: { field: 'Nickname__c' } }]);
  scene.salesforce.org.update('Contact', String(record('Poe').Id), { Title: 'Buyer', Nickname__c: 'A.' }, ann.salesforceId);
  ann.mailbox.updateContact(item('Ruiz').id, { jobTitle: 'Director' });
  await next();
  expect(item('Poe')).toMatchObject({ jobTitle: 'Buyer' });
  expect(record('Ruiz')).toMatchObject({ Title: 'Director' });
  expect(written(await next())).toBe(0);
  expect(await issues()).toHaveLength(1);
});

it('a field that becomes visible fills what is empty, loses nothing, and its issue is over', async () => {
  ann.mailbox.addContact(outlookContact('Dana', 'Ruiz', { nickName: 'Dan' }));
  insert('Poe', { Nickname__c: 'Annie' });
  hide('none');
  await scene.settle();
  show();
  scene.advance(2 * days);
  await scene.settle();
  expect(record('Ruiz')).toMatchObject({ Nickname__c: 'Dan' });
  expect(item('Ruiz')).toMatchObject({ nickName: 'Dan' });
  expect(item('Poe')).toMatchObject({ nickName: 'Annie' });
  expect(await issues()).toEqual([]);
  expect(await issues('resolved')).toMatchObject([{ reason: 'field-hidden' }]);
});

it('"try again" looks at once; "leave it be" asks no more', async () => {
  hide('none');
  insert('Poe', { Nickname__c: 'Annie' });
  await scene.settle();
  await answer('retry');
  await next();
  expect(await issues()).toHaveLength(1);
  show();
  await answer('retry');
  await next();
  expect(await issues()).toEqual([]);
  await next();
  expect(item('Poe')).toMatchObject({ nickName: 'Annie' });
  hide('none');
  scene.advance(7 * days);
  await scene.sync();
  await answer('ignore');
  await next();
  expect(await issues()).toEqual([]);
});

it('a field that is hidden later is not emptied in Outlook, and an edit of it waits until it can be seen', async () => {
  const ruiz = ann.mailbox.addContact(outlookContact('Dana', 'Ruiz', { nickName: 'Dan' }));
  await scene.settle();
  hide('none');
  scene.salesforce.org.update('Contact', String(record('Ruiz').Id), { Title: 'Buyer' }, ann.salesforceId);
  await next();
  expect(item('Ruiz')).toMatchObject({ nickName: 'Dan', jobTitle: 'Buyer' });
  ann.mailbox.updateContact(ruiz.id, { nickName: 'Danny' });
  await next();
  expect(record('Ruiz')).toMatchObject({ Nickname__c: 'Dan' });
  show();
  scene.advance(2 * days);
  await scene.settle();
  expect(record('Ruiz')).toMatchObject({ Nickname__c: 'Danny' });
  expect(item('Ruiz')).toMatchObject({ nickName: 'Danny' });
});

it('a field that may only be read is left out of writes, with one issue for all records', async () => {
  hide('read');
  for (const name of ['Ruiz', 'Lee', 'Poe']) ann.mailbox.addContact(outlookContact('Dana', name, { nickName: 'Dan' }));
  await scene.settle();
  expect(scene.records('Contact').map((row) => [row.FirstName, row.Nickname__c ?? null])).toEqual(
    Array.from({ length: 3 }, () => ['Dana', null]),
  );
  expect(await issues()).toMatchObject([{ reason: 'field-read-only', detail: { field: 'Nickname__c' } }]);
  show();
  scene.advance(2 * days);
  await scene.sync();
  expect(await issues()).toEqual([]);
  ann.mailbox.updateContact(item('Lee').id, { nickName: 'L.' });
  await next();
  expect(record('Lee')).toMatchObject({ Nickname__c: 'L.' });
});

it('what was written or edited in Outlook meanwhile follows as soon as the field may be written, also by "try again"', async () => {
  ann.mailbox.addContact(outlookContact('Dana', 'Lee', { nickName: 'Dan' }));
  await scene.settle();
  hide('read');
  ann.mailbox.addContact(outlookContact('Dana', 'Ruiz', { nickName: 'Dan' }));
  ann.mailbox.updateContact(item('Lee').id, { nickName: 'L.', jobTitle: 'Buyer' });
  await next();
  expect([record('Lee'), record('Ruiz')]).toMatchObject([{ Nickname__c: 'Dan', Title: 'Buyer' }, { LastName: 'Ruiz' }]);
  expect(written(await next())).toBe(0);
  show();
  await answer('retry');
  await next();
  expect(await issues()).toEqual([]);
  await next();
  expect([record('Lee'), record('Ruiz')]).toMatchObject([{ Nickname__c: 'L.' }, { Nickname__c: 'Dan' }]);
  expect(written(await next())).toBe(0);
});

it('a parent that the user may not reach is unknown, not gone', async () => {
  const AccountId = scene.salesforce.org.insert('Account', { Name: 'Contoso' }, ann.salesforceId);
  insert('Poe', { AccountId });
  await scene.settle();
  expect(item('Poe')).toMatchObject({ companyName: 'Contoso' });
  hide('none', 'AccountId');
  scene.salesforce.org.update('Contact', String(record('Poe').Id), { Title: 'Buyer' }, ann.salesforceId);
  await next();
  expect(item('Poe')).toMatchObject({ companyName: 'Contoso', jobTitle: 'Buyer' });
});

it('without the owner nothing can be told: the session fails and says which field', async () => {
  hide('none', 'OwnerId');
  const session = await scene.sync();
  expect(session).toMatchObject({ state: 'failed', reason: 'field-hidden' });
  expect(session.error?.message).toContain('OwnerId');
});

it('describe is asked once a day for this user, and never for one who sees all', async () => {
  const [, ben] = scene.people as [ScenePerson, ScenePerson];
  hide('none');
  insert('Poe');
  const described = (counters: Record<string, number>) => counters['salesforce.describe'] ?? 0;
  const first = await spend(scene, () => scene.sync());
  expect(described(first.operations)).toBeGreaterThan(0);
  const second = await spend(scene, () => next());
  expect(described(second.operations)).toBe(0);
  const bens = await spend(scene, () => next(ben));
  expect(described(bens.operations)).toBe(0);
  expect(requests(second)).toBeLessThanOrEqual(requests(bens));
});
