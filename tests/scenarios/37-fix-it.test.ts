import { afterEach, beforeEach, expect, it } from 'vitest';
import { type MappingRule, reasonInfo } from '../../core/model/index.ts';
import type { Provider, WriteAnswer } from '../../core/sync/index.ts';
import { ledger } from '../../service/store/index.ts';
import { count, minutes, openScene, outlookContact, type Scene, type ScenePerson, salesforceContact, written } from '../scene/index.ts';

let scene: Scene;
let ann: ScenePerson;
let signedOut = false;
/** Salesforce refuses the sign-in of single writes, as a batch may. */
const wrap = (provider: Provider): Provider => ({
  ...provider,
  side: provider.side,
  requests: provider.requests,
  discover: (objects) => provider.discover(objects),
  read: (requests) => provider.read(requests),
  get: (refs) => provider.get(refs),
  match: (query) => provider.match(query),
  write: async function* (writes) {
    if (!signedOut || provider.side !== 'salesforce') return yield* provider.write(writes);
    const error = { kind: 'sign-in', final: false, side: 'salesforce', code: 'INVALID_SESSION_ID', message: 'Session expired' } as const;
    yield writes.map(({ intentId }): WriteAnswer => ({ intentId, done: false, error }));
  },
});
beforeEach(async () => {
  signedOut = false;
  scene = await openScene({ wrap });
  [ann] = scene.people as [ScenePerson];
});
afterEach(() => scene.close());

const next = () => {
  scene.advance(31 * minutes);
  return scene.sync();
};
const desk = () => ledger(scene.store, scene.parts.ids);
const open = () => desk().issues([scene.customerId], { userId: ann.userId, state: 'open' }, { limit: 50 });
const act = () => ({
  actor: { accountId: scene.parts.ids.next(), email: 'ann@lockstep.example' },
  onBehalfOf: null,
  source: 'test',
  at: new Date(scene.parts.clock.now()).toISOString(),
  activities: [],
});
type Reply = Parameters<ReturnType<typeof ledger>['answerIssue']>[2];
const answer = (id: string, reply: Reply) => desk().answerIssue([scene.customerId], id, reply, act());
const contacts = () => scene.records('Contact').filter((row) => row.LastName === 'Twin');

async function twins(): Promise<{ first: string; second: string }> {
  const insert = (title: string) =>
    scene.salesforce.org.insert('Contact', salesforceContact('Tom', 'Twin', { Title: title }), ann.salesforceId);
  const [first, second] = [insert('One'), insert('Two')];
  ann.mailbox.addContact(outlookContact('Tom', 'Twin'));
  await scene.settle();
  return { first, second };
}
const asked = async () => (await open()).find((issue) => issue.reason === 'duplicate-candidates' && issue.side === 'outlook')!;

it('of two candidates the chosen one becomes the partner; nothing is made twice', async () => {
  const { second, first } = await twins();
  expect(contacts()).toHaveLength(2);
  const issue = await asked();
  expect(issue.detail.candidates?.toSorted()).toEqual([first, second].sort());
  expect(await answer(issue.id, { choose: second })).toBe(true);
  await next();
  const [link] = await scene.rows<{ salesforce_id: string }>("SELECT salesforce_id FROM link WHERE state = 'linked'");
  expect(link?.salesforce_id).toBe(second);
  expect(contacts()).toHaveLength(2);
  expect(ann.mailbox.contacts()[0]?.jobTitle).toBe('Two');
  expect((await open()).filter((one) => one.side === 'outlook')).toEqual([]);
});

it('contacts of one address in one mailbox are asked about, and one that comes later too', async () => {
  const doubles = async () => (await open()).filter((issue) => issue.reason === 'duplicate-candidates').map((issue) => issue.remoteId);
  const first = ann.mailbox.addContact(outlookContact('Tom', 'Twin'));
  const second = ann.mailbox.addContact(outlookContact('Tom', 'Twin'));
  const alone = ann.mailbox.addContact(outlookContact('Pia', 'Twin'));
  await scene.settle();
  expect((await doubles()).toSorted()).toEqual([first.id, second.id].sort());
  expect(contacts()).toMatchObject([{ FirstName: alone.givenName }]);
  const third = ann.mailbox.addContact(outlookContact('Tom', 'Twin'));
  await next();
  expect(await doubles()).toContain(third.id);
  expect(contacts()).toHaveLength(1);
});

it('none of them: a record of its own is made, once', async () => {
  await twins();
  await answer((await asked()).id, 'create-new');
  expect(count(await next(), 'contact', 'up', 'created')).toBe(1);
  expect(contacts()).toHaveLength(3);
  expect(written(await next())).toBe(0);
});

it('"try again" reads that one item anew and carries only it', async () => {
  const rule = { object: 'Contact', field: 'Title', operator: 'equals' as const, value: 'Poison', message: 'Poison is not a title here.' };
  scene.salesforce.control.set({ validationRules: [rule] });
  for (const name of ['One', 'Two', 'Three']) ann.mailbox.addContact(outlookContact('Guest', name, { jobTitle: 'Poison' }));
  await scene.settle();
  expect(await open()).toHaveLength(3);
  scene.salesforce.control.set({ validationRules: [] });
  const issue = (await open()).find((one) => one.detail.title === 'Guest Two')!;
  await answer(issue.id, 'retry');
  expect(count(await next(), 'contact', 'up', 'created')).toBe(1);
  expect(scene.records('Contact').map((row) => row.LastName)).toEqual(['Two']);
  expect(await open()).toHaveLength(2);
});

it('a record that its new owner does not share names who can mend it; given back it goes through', async () => {
  const contact = ann.mailbox.addContact(outlookContact('Dana', 'Ruiz'));
  await scene.settle();
  const record = String(scene.records('Contact')[0]?.Id);
  const gone = scene.salesforce.org.insert('User', {
    Username: 'gone@x.example',
    Email: 'gone@x.example',
    LastName: 'Gone',
    Alias: 'gone',
    IsActive: true,
    TimeZoneSidKey: 'Europe/Berlin',
    LocaleSidKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
    LanguageLocaleKey: 'en_US',
  });
  scene.salesforce.org.update('Contact', record, { OwnerId: gone });
  scene.salesforce.org.update('User', gone, { IsActive: false });
  await next();
  ann.mailbox.updateContact(contact.id, { jobTitle: 'Director' });
  await next();
  const [issue] = await open();
  expect(issue).toMatchObject({
    reason: 'no-permission',
    side: 'outlook',
    remoteId: contact.id,
    detail: { code: 'INSUFFICIENT_ACCESS_OR_READONLY' },
  });
  // The administrator gives the record back: no version of Outlook's item changes, so only "try again" carries the edit.
  scene.salesforce.org.update('Contact', record, { OwnerId: ann.salesforceId });
  await answer(issue!.id, 'retry');
  await next();
  expect(scene.salesforce.org.record(record)).toMatchObject({ Title: 'Director' });
  expect(await open()).toEqual([]);
});

const newUser = (name: string) =>
  scene.salesforce.org.insert('User', { Username: `${name}@x.example`, Email: `${name}@x.example`, LastName: name, Alias: name });

it('a record that the org gives to an inactive owner names field, rule and who can mend it; only that item goes again', async () => {
  const gone = newUser('gone');
  scene.salesforce.control.deactivate('gone@x.example');
  scene.salesforce.control.set({ assignments: [{ object: 'Contact', owner: gone }] });
  const contact = ann.mailbox.addContact(outlookContact('Dana', 'Ruiz'));
  ann.mailbox.addContact(outlookContact('Kim', 'Lee'));
  await scene.settle();
  expect(scene.records('Contact')).toEqual([]);
  const issue = (await open()).find((one) => one.remoteId === contact.id)!;
  expect(issue).toMatchObject({
    reason: 'owner-inactive',
    detail: { code: 'INACTIVE_OWNER_OR_USER', field: 'OwnerId', message: expect.stringContaining('inactive user'), title: 'Dana Ruiz' },
  });
  expect(reasonInfo('owner-inactive').who).toBe('admin');
  scene.salesforce.control.set({ assignments: [] });
  await answer(issue.id, 'retry');
  expect(count(await next(), 'contact', 'up', 'created')).toBe(1);
  expect(scene.records('Contact').map((row) => row.LastName)).toEqual(['Ruiz']);
  expect(await open()).toHaveLength(1);
});

it("a record type that is not this user's names its field and who can mend it", async () => {
  const id = '012000000000001AAA';
  scene.salesforce.control.set({ recordTypes: [{ object: 'Contact', id, name: 'Partner', users: ['nobody@x.example'] }] });
  const rules: MappingRule[] = [{ kind: 'constant', salesforce: 'RecordTypeId', value: id }];
  await scene.store.asCustomers([scene.customerId], ({ execute }) =>
    execute(
      `INSERT INTO setting (customer_id, level, level_id, key, value, may_adjust, updated_at)
       SELECT customer_id, 'organization', id, 'contact.mapping', $1, true, $2 FROM organization`,
      [JSON.stringify(rules), new Date(scene.desk.clock.now()).toISOString()],
    ),
  );
  ann.mailbox.addContact(outlookContact('Dana', 'Ruiz'));
  await scene.settle();
  const [issue] = await open();
  expect(issue).toMatchObject({ reason: 'no-permission', detail: { field: 'RecordTypeId' } });
  scene.salesforce.control.set({ recordTypes: [{ object: 'Contact', id, name: 'Partner' }] });
  await answer(issue!.id, 'retry');
  await next();
  expect(scene.records('Contact')).toMatchObject([{ LastName: 'Ruiz', RecordTypeId: id }]);
  expect(await open()).toEqual([]);
});

it('a sign-in that is refused for single writes fails the session and counts', async () => {
  ann.mailbox.addContact(outlookContact('Dana', 'Ruiz'));
  signedOut = true;
  expect(await scene.sync()).toMatchObject({ state: 'failed', reason: 'sign-in-salesforce' });
  expect(await scene.rows('SELECT refusals_in_a_row FROM "user"')).toEqual([{ refusals_in_a_row: 1 }]);
  signedOut = false;
  expect(count(await next(), 'contact', 'up', 'created')).toBe(1);
});

it('the log of a session names what was written, decided and refused, and no content of any item', async () => {
  scene.salesforce.control.set({
    validationRules: [{ object: 'Contact', field: 'Title', operator: 'equals', value: 'Poison', message: 'Not this title.' }],
  });
  ann.mailbox.addContact(outlookContact('Dana', 'Ruiz', { jobTitle: 'Secretword' }));
  ann.mailbox.addContact(outlookContact('Guest', 'Two', { jobTitle: 'Poison' }));
  const session = await scene.sync();
  const read = (after?: { at: string; id: string }) =>
    desk().sessionLog([scene.customerId], { id: session.id, userId: ann.userId }, { limit: 2, after });
  const lines = await read();
  for (;;) {
    const last = lines.at(-1)!;
    const page = await read({ at: last.at.toISOString(), id: last.key });
    if (page.length === 0) break;
    lines.push(...page);
  }
  expect(lines.filter((line) => line.kind === 'write')).toMatchObject([
    { action: 'create', side: 'salesforce', fields: expect.arrayContaining(['title']) },
  ]);
  expect(lines.filter((line) => line.kind === 'issue')).toMatchObject([
    { reason: 'refused-by-rule', message: expect.stringContaining('Not this title') },
  ]);
  expect(lines.filter((line) => line.kind === 'decision')).toHaveLength(2);
  expect(new Set(lines.map((line) => line.key)).size).toBe(lines.length);
  expect(JSON.stringify(lines)).not.toContain('Secretword');
});
