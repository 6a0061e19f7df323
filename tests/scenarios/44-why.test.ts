import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ObjectKind, Side } from '../../core/model/index.ts';
import { ledger } from '../../service/store/index.ts';
import { days, explain, openScene, outlookContact, outlookMail, outlookMeeting, type Scene, salesforceContact } from '../scene/index.ts';

let scene: Scene;
let opened: string[] = [];
beforeAll(async () => {
  scene = await openScene({
    settings: { 'email.up': true, 'email.autoSave': true, 'exclude.domains': ['press.example'] },
  });
});
afterAll(() => scene.close());

const ann = () => scene.people[0]!;
async function why(side: Side, object: ObjectKind, remoteId: string) {
  opened = [];
  const found = await explain(scene, ann().userId, { side, object, remoteId }, opened);
  return found && { ...found, rules: found.steps.map((step) => `${step.rule}:${step.outcome}`), reason: found.verdict.reason };
}
const idOf = (item: unknown) => (item as { id: string }).id;

it('explains an item of the books without asking anybody', async () => {
  const id = idOf(ann().mailbox.addEvent(outlookMeeting('Far away', scene.parts.clock.now() + 90 * days)));
  const near = idOf(ann().mailbox.addEvent(outlookMeeting('Near', scene.parts.clock.now() + days)));
  await scene.settle();
  expect(await why('outlook', 'event', near)).toMatchObject({
    known: 'books',
    title: 'Near',
    reason: 'unchanged',
    link: { state: 'linked' },
  });
  expect(opened).toEqual([]);
  const far = await why('outlook', 'event', id);
  expect(far).toMatchObject({ known: 'live', reason: 'outside-window', title: 'Far away' });
  expect(far?.rules.slice(0, 2)).toEqual(['user-off:passed', 'unreadable:passed']);
  expect(far?.rules.at(-1)).toBe('outside-window:decided');
});

it('explains an item that no sync ever saw, by reading that one item', async () => {
  const id = idOf(ann().mailbox.addContact(outlookContact('Nora', 'New')));
  expect(await why('outlook', 'contact', id)).toMatchObject({ known: 'live', title: 'Nora New', reason: 'new-on-outlook' });
  for (const n of [1, 2])
    scene.salesforce.org.insert('Contact', salesforceContact('Twin', 'Two', { OwnerId: ann().salesforceId, Title: `${n}` }));
  const twin = idOf(ann().mailbox.addContact(outlookContact('Twin', 'Two')));
  const asked = await why('outlook', 'contact', twin);
  expect(asked).toMatchObject({ reason: 'duplicate-candidates', known: 'live' });
  await scene.settle();
  expect(await why('outlook', 'contact', twin)).toMatchObject({ reason: 'duplicate-candidates', known: 'books' });
  expect(await why('outlook', 'contact', 'AAMkNoSuchItem')).toBeNull();
});

it("gives the provider the last word: a refused write shows Salesforce's own rule", async () => {
  scene.salesforce.control.set({
    validationRules: [{ object: 'Contact', field: 'Title', operator: 'equals', value: 'X', message: 'No X here.' }],
  });
  const id = idOf(ann().mailbox.addContact(outlookContact('Rita', 'Refused', { jobTitle: 'X' })));
  await scene.settle();
  const found = await why('outlook', 'contact', id);
  expect(found).toMatchObject({ reason: 'refused-by-rule', verdict: { inputs: { message: expect.stringContaining('No X here.') } } });
  expect(found?.rules.slice(-2)).toEqual(['new-on-outlook:holds', 'refused-by-rule:decided']);
});

it('says first that the mailbox is off, and goes on with the rest', async () => {
  const id = idOf(ann().mailbox.contacts()[0]);
  await scene.rows('UPDATE "user" SET synchronization_enabled = false');
  const found = await why('outlook', 'contact', id);
  expect(found).toMatchObject({ reason: 'user-off' });
  expect(found?.rules[0]).toBe('user-off:decided');
  expect(found?.rules.length).toBeGreaterThan(3);
  await scene.rows('UPDATE "user" SET synchronization_enabled = true');
});

it('finds items by name, subject, address or id, page by page, and no text that is a pattern', async () => {
  const desk = ledger(scene.store, scene.parts.ids);
  const search = (q: string, more = {}) => desk.searchItems([scene.customerId], ann().userId, { q, limit: 50, ...more });
  expect((await search('twin two')).length).toBe(3);
  expect((await search('NORA.NEW@guest')).map((row) => [row.side, row.linked])).toEqual([
    ['outlook', true],
    ['salesforce', true],
  ]);
  expect(await search('%')).toEqual([]);
  const [first] = await search('near');
  expect(await search(first!.remoteId)).toHaveLength(1);
  const after = (await search('twin', { limit: 1 }))[0]!;
  const rest = await search('twin', { after: after.side + after.object + after.remoteId });
  expect(rest).toHaveLength(2);
  expect(await search('event-only', { object: 'event' })).toEqual([]);
});

it('neither finds a private meeting by its people, nor says in any reason who they are', async () => {
  const people = ['oncology', 'doctor'].map((name) => ({ emailAddress: { name, address: `${name}@clinic.example` } }));
  const at = scene.parts.clock.now() + 2 * days;
  const add = (sensitivity: string) =>
    ann().mailbox.addEvent(outlookMeeting('Talk', at, { sensitivity, organizer: people[0], attendees: people.slice(1) }));
  const [hidden, shown] = [idOf(add('private')), idOf(add('normal'))];
  await scene.settle();
  const search = (q: string) => ledger(scene.store, scene.parts.ids).searchItems([scene.customerId], ann().userId, { q, limit: 50 });
  for (const q of ['oncology', 'doctor@clinic'])
    expect((await search(q)).flatMap((row) => (row.side === 'outlook' ? row.remoteId : []))).toEqual([shown]);
  expect(await search(hidden)).toHaveLength(1);
  expect(await why('outlook', 'event', hidden)).toMatchObject({ reason: 'private' });
  const told = await scene.rows('SELECT reason, inputs FROM decision WHERE remote_id = $1', [hidden]);
  expect(told).toMatchObject([{ reason: 'private' }]);
  expect(JSON.stringify([told, await why('outlook', 'event', hidden)])).not.toContain('clinic');
});

it('explains mails by the rules of mails, asking whom Salesforce knows only where that decides', async () => {
  scene.salesforce.org.insert('Contact', { LastName: 'Kim', Email: 'kim@guest.example' });
  const receive = (subject: string, from: string, more = {}) => {
    const at = new Date(scene.parts.clock.now()).toISOString();
    return ann().mailbox.addMessage(outlookMail(subject, from, { receivedDateTime: at, sentDateTime: at, ...more })).id;
  };
  const known = receive('Known', 'kim@guest.example');
  const nobody = receive('Nobody', 'nobody@guest.example');
  const blocked = receive('Blocked', 'ed@news.press.example');
  const internal = receive('Internal', 'ann@lockstep.example');
  expect(await why('outlook', 'email', known)).toMatchObject({ reason: 'new-on-outlook', known: 'live', title: 'Known' });
  expect(opened).toEqual(['outlook', 'salesforce']);
  const passed = ['draft', 'internal-only', 'before-start', 'not-triggered', 'excluded-by-admin'].map((rule) => `${rule}:passed`);
  expect((await why('outlook', 'email', nobody))?.rules.slice(-6)).toEqual([...passed, 'no-match:decided']);
  expect((await why('outlook', 'email', blocked))?.rules.slice(-5)).toEqual([...passed.slice(0, 4), 'excluded-by-admin:decided']);
  expect(opened).toEqual(['outlook']);
  expect((await why('outlook', 'email', internal))?.rules.at(-1)).toBe('internal-only:decided');
  await scene.settle();
  expect(await why('outlook', 'email', known)).toMatchObject({ known: 'books', link: { state: 'linked' } });
  const later = await why('outlook', 'email', nobody);
  // The books keep nothing of it: it is read once more.
  expect(later).toMatchObject({ known: 'live', reason: 'no-match', verdict: { inputs: { outside: 1 } } });
});

it('knows what a person saved by hand, and the folder that stands for a mark', async () => {
  await scene.rows("UPDATE setting SET value = 'false' WHERE key = 'email.autoSave'");
  const old = new Date(scene.parts.clock.now() - 40 * days).toISOString();
  const mail = (subject: string, folder?: string) =>
    ann().mailbox.addMessage(outlookMail(subject, 'x@guest.example', { receivedDateTime: old, sentDateTime: old }), folder).id;
  const saved = mail('Saved', 'archive');
  expect(await why('outlook', 'email', saved)).toMatchObject({ reason: 'before-start' });
  await scene.rows(
    `INSERT INTO saved_item (customer_id, user_id, object, remote_id, asked_by, asked_at) VALUES ($1, $2, 'email', $3, 'ann@lockstep.example', $4)`,
    [scene.customerId, ann().userId, saved, old],
  );
  expect(await why('outlook', 'email', saved)).toMatchObject({ reason: 'new-on-outlook' });
  const now = new Date(scene.parts.clock.now()).toISOString();
  const [place] = await scene.rows<{ remote_id: string }>("SELECT remote_id FROM customization WHERE kind = 'mail-folder'");
  const filed = ann().mailbox.addMessage(
    outlookMail('Filed', 'x@guest.example', { receivedDateTime: now, sentDateTime: now }),
    place?.remote_id,
  );
  expect(await why('outlook', 'email', filed.id)).toMatchObject({ reason: 'new-on-outlook' });
});
