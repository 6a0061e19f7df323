import { afterEach, beforeEach, expect, it } from 'vitest';
import { history } from '../../service/store/index.ts';
import { requests, spend } from '../budgets/spend.ts';
import { doJob, explain, minutes, openScene, outlookContact, type Scene, type ScenePerson } from '../scene/index.ts';

/** A contact that Salesforce gets from Outlook belongs to the account of its company's name, else of its address's domain. */
let scene: Scene;
let ann: ScenePerson;
const open = async (settings: Record<string, unknown> = {}) => {
  scene = await openScene({ settings });
  [ann] = scene.people as [ScenePerson];
};
beforeEach(() => open());
afterEach(() => scene.close());

const account = (Name: string, Website: string | null = null) => scene.salesforce.org.insert('Account', { Name, Website });
const accountOf = (last: string) => scene.records('Contact').find((row) => row.LastName === last)?.AccountId ?? null;
const add = (last: string, more: Record<string, unknown> = {}) => ann.mailbox.addContact(outlookContact('Dana', last, more));
const at = (address: string) => ({ emailAddresses: [{ name: address, address }] });
const next = () => {
  scene.advance(31 * minutes);
  return scene.sync();
};
const issues = () => scene.rows("SELECT reason FROM issue WHERE state = 'open'");
const inputs = async (remoteId: string) =>
  (await scene.rows<{ inputs: object }>('SELECT inputs FROM decision WHERE remote_id = $1', [remoteId]))[0]?.inputs;

it('is found by name, else by domain; of two, of free mail and of colleagues there is none, and "Why?" says which', async () => {
  const acme = account('Acme Inc.', 'https://www.acme.test/about');
  const guest = account('Guest', 'guest.example');
  account('Two', 'two.test');
  account('Two again', 'http://two.test/');
  account('Far', 'https://notacme.test');
  account('Mail', 'gmail.com');
  const one = add('ByDomain', at('dana@acme.test'));
  add('ByName', { ...at('dana@elsewhere.test'), companyName: 'acme INC.' });
  const two = add('OfTwo', at('dana@two.test'));
  const free = add('Free', at('dana@gmail.com'));
  await scene.settle();
  expect(['ByDomain', 'ByName', 'OfTwo', 'Free'].map(accountOf)).toEqual([acme, acme, null, null]);
  expect(await inputs(one.id)).toMatchObject({ account: 'Acme Inc.', accountId: acme, accountBy: 'domain' });
  expect(await inputs(two.id)).toMatchObject({ noAccount: 'several', accounts: ['Two', 'Two again'] });
  expect(await inputs(free.id)).toMatchObject({ noAccount: 'free-mail' });
  const { entries } = await history(scene.store).item([scene.customerId], ann.userId, {
    object: 'contact',
    side: 'outlook',
    remoteId: one.id,
  });
  expect(JSON.stringify(entries)).toContain(acme);
  const why = () => explain(scene, ann.userId, { side: 'outlook', object: 'contact', remoteId: one.id });
  expect((await why())?.verdict.inputs).toMatchObject({ account: 'Acme Inc.', accountId: acme, accountBy: 'domain' });
  // It is Salesforce's from then on.
  const [record] = scene.records('Contact').filter((row) => row.LastName === 'ByDomain');
  scene.salesforce.org.update('Contact', String(record?.Id), { AccountId: guest }, ann.salesforceId);
  ann.mailbox.updateContact(one.id, { jobTitle: 'Buyer' });
  await next();
  await scene.settle();
  expect(accountOf('ByDomain')).toBe(guest);
  expect((await why())?.verdict.inputs).toMatchObject({ accountId: acme });
  expect(await issues()).toEqual([]);
});

it('costs one request a day and company: none for the second contact, also where the answer was none', async () => {
  account('Guest', 'guest.example');
  add('First');
  await scene.settle();
  scene.advance(31 * minutes);
  for (const last of ['Second', 'Third']) add(last);
  expect((await spend(scene, () => scene.sync())).salesforce).toBe(2);
  expect(accountOf('Second')).toBe(accountOf('First'));
  scene.advance(31 * minutes);
  add('Unknown', at('dana@unknown.test'));
  expect((await spend(scene, () => scene.sync())).salesforce).toBe(3);
  scene.advance(31 * minutes);
  add('Unknown2', at('kim@unknown.test'));
  expect((await spend(scene, () => scene.sync())).salesforce).toBe(2);
  scene.advance(31 * minutes);
  expect(requests(await spend(scene, () => scene.sync()))).toBe(2);
});

it('are asked for all at once where an address book has companies by the hundred, each by itself only where they are many', async () => {
  account('Last', 'https://place399.test');
  for (let place = 0; place < 400; place += 1) add(`No${place}`, { ...at(`dana@place${place}.test`), companyName: `Place ${place}` });
  const few = await spend(scene, () => scene.settle());
  expect(few.operations['salesforce.query']).toBeLessThan(15);
  expect([accountOf('No399'), accountOf('No398')]).toEqual([expect.any(String), null]);
  for (let place = 400; place < 2400; place += 1) account(`Place ${place}`);
  scene.advance(25 * 60 * minutes);
  for (let place = 400; place < 800; place += 1) add(`No${place}`, { ...at(`dana@place${place}.test`), companyName: `Place ${place}` });
  await scene.sync();
  expect(scene.records('Contact').filter((row) => !row.AccountId)).toHaveLength(399);
  expect(new Set(scene.records('Contact').map((row) => row.AccountId ?? null)).size).toBe(402);
  expect(await issues()).toEqual([]);
});

it('an account that this user may not see is none, and no issue', async () => {
  account('Guest', 'guest.example');
  scene.salesforce.control.set({ sharing: { Account: 'Private' } });
  add('Hidden');
  await scene.settle();
  expect([scene.records('Contact').length, accountOf('Hidden')]).toEqual([1, null]);
  scene.salesforce.control.set({ fieldSecurity: [{ object: 'Account', field: 'Website', access: 'none', users: [ann.salesforceId] }] });
  add('Blind', { ...at('dana@blind.test'), companyName: 'Blind' });
  await next();
  expect(scene.records('Contact')).toHaveLength(2);
  expect(await issues()).toEqual([]);
});

it('an account that went after it was looked up is left out, and the contact is made', async () => {
  const gone = account('Guest', 'guest.example');
  add('First');
  await scene.settle();
  expect(accountOf('First')).toBe(gone);
  scene.salesforce.org.delete('Account', gone);
  add('Second');
  await next();
  expect(scene.records('Contact').find((row) => row.LastName === 'Second')).toMatchObject({ FirstName: 'Dana' });
  expect(accountOf('Second')).toBeNull();
  expect(await issues()).toEqual([]);
});

it('stands in the preview', async () => {
  const guest = account('Guest', 'guest.example');
  add('First');
  const { rows } = await doJob(scene, { kind: 'preview', userId: ann.userId, parameters: {} });
  expect(rows.find((row) => row.title === 'Dana First')?.fields).toContainEqual({
    field: 'accountId',
    before: null,
    after: guest,
    name: 'Guest',
  });
});

it.each(['contact.account', 'contact.mapping'])('is not looked for where the organization says otherwise: %s', async (key) => {
  account('Guest', 'guest.example');
  const own = account('Own');
  const constant = { kind: 'constant', salesforce: 'AccountId', value: own };
  const value = key === 'contact.account' ? 'off' : [constant];
  await scene.rows(
    'INSERT INTO setting (customer_id, level, level_id, key, value, may_adjust, updated_at) SELECT customer_id, level, level_id, $1, $2, true, updated_at FROM setting LIMIT 1 RETURNING key',
    [key, JSON.stringify(value)],
  );
  add('First');
  await scene.settle();
  expect(accountOf('First')).toBe(key === 'contact.account' ? null : own);
});
