import { afterEach, expect, it } from 'vitest';
import {
  addSource,
  count,
  days,
  guest,
  minutes,
  openScene,
  outlookContact,
  outlookMail,
  outlookMeeting,
  outlookSeries,
  type Scene,
  salesforceContact,
  written,
} from '../scene/index.ts';
import { expectBudget, requests, spend } from './spend.ts';

let scene: Scene;
afterEach(() => scene.close());

const times = (n: number) => Array.from({ length: n }, (_, place) => place);
const ann = () => scene.people[0]!;

/** The first look after the listings is over: what comes now is news. */
async function open(people = 1, settings = {}): Promise<number> {
  scene = await openScene({ people, settings: { 'email.up': true, ...settings } });
  for (const person of scene.people) await scene.settle(person);
  return scene.desk.clock.now() + days;
}

it('of an idle Team and an idle site: one request to either side each', async () => {
  const start = await open();
  const { groups, sharePoint } = scene.graph;
  const more = { visibility: 'Private' as const, isTeam: true, members: [ann().graphId], timeZone: 'UTC' };
  const group = groups.add({ displayName: 'Sales', mail: 'sales@lockstep.example', ...more });
  const found = sharePoint.addSite('Fairs', null);
  for (const name of ['Calendar', 'Fairs']) sharePoint.addItem(sharePoint.addList(found.id, name, 'events').id, { Title: name });
  const team = await addSource(scene, { kind: 'team', remoteId: group.id, name: 'Sales', address: group.mail }, ann());
  const site = await addSource(scene, { kind: 'site', remoteId: found.id, name: 'Fairs', address: found.webUrl }, ann());
  for (const place of times(200)) groups.calendar(group.id).addEvent(outlookMeeting(`Meeting ${place}`, start + place * 30 * minutes));
  for (const source of [team, site]) {
    await scene.settle(source);
    scene.advance(31 * minutes);
    expect(requests(await spend(scene, async () => expect(written(await scene.sync(source))).toBe(0)))).toBe(2);
  }
});

it('of four new series with six meetings each', async () => {
  const start = await open();
  for (const place of times(4)) ann().mailbox.addEvent(outlookSeries(`Series ${place}`, start + place * days, 6));
  const spent = await spend(scene, async () => expect(count(await scene.sync(), 'event', 'up', 'created')).toBe(24));
  expectBudget('four series of six meetings up', spent);
});

it('of ten mails with a file each', async () => {
  await open();
  const now = new Date(scene.desk.clock.now()).toISOString();
  const file = { name: 'offer.txt', contentBytes: Buffer.from('offer').toString('base64') };
  for (const place of times(10)) {
    const more = { receivedDateTime: now, sentDateTime: now, categories: ['Salesforce'], attachments: [file] };
    ann().mailbox.addMessage(outlookMail(`Offer ${place}`, `kim${place}@guest.example`, more));
  }
  const spent = await spend(scene, async () => expect(count(await scene.sync(), 'email', 'up', 'created')).toBe(10));
  expectBudget('ten mails with a file each up', spent);
});

it('of five meetings that three mailboxes share: who is invited writes nothing of it again', async () => {
  const start = await open(3);
  const colleagues = scene.people.slice(1).map(({ address }) => guest(address));
  for (const place of times(5)) ann().mailbox.addEvent(outlookMeeting(`Meeting ${place}`, start + place * days, { attendees: colleagues }));
  const spent = await spend(scene, async () => {
    const writes: number[] = [];
    for (const person of scene.people) writes.push(written(await scene.sync(person)));
    // Each of them, and its list of invitees.
    expect(writes).toEqual([10, 0, 0]);
  });
  expectBudget('five meetings of three mailboxes up', spent);
});

it('of 200 new events up, of 200 new contacts up, and of 200 down', async () => {
  // Leads have budgets of their own below: one query more, and no request.
  const start = await open(1, { 'contact.lead': 'create' });
  for (const place of times(200)) ann().mailbox.addEvent(outlookMeeting(`Meeting ${place}`, start + place * 30 * minutes));
  const up = await spend(scene, async () => expect(count(await scene.sync(), 'event', 'up', 'created')).toBe(200));
  expectBudget('200 new events up', up);
  scene.advance(31 * minutes);
  // Looked up before, since they are many: the account of their company along with them.
  for (const place of times(201)) ann().mailbox.addContact(outlookContact('First', `No${place}`));
  const first = await spend(scene, async () => expect(count(await scene.sync(), 'contact', 'up', 'created')).toBe(201));
  expectBudget('201 contacts of a new company up', first);
  scene.advance(31 * minutes);
  for (const place of times(200)) ann().mailbox.addContact(outlookContact('Guest', `No${place}`));
  // Listed, then looked up, made and shown by one request.
  const people = await spend(scene, async () => expect(count(await scene.sync(), 'contact', 'up', 'created')).toBe(200));
  expectBudget('200 new contacts up', people);
  scene.advance(31 * minutes);
  await scene.sync();
  scene.advance(31 * minutes);
  for (const place of times(200)) scene.salesforce.org.insert('Contact', salesforceContact('New', `No${place}`), ann().salesforceId);
  const down = await spend(scene, async () => expect(count(await scene.sync(), 'contact', 'down', 'created')).toBe(200));
  expectBudget('200 new contacts down', down);
});

it('of new contacts of whom nobody may be a lead: no request more', async () => {
  await open();
  for (const place of times(201)) ann().mailbox.addContact(outlookContact('First', `No${place}`));
  const many = await spend(scene, async () => expect(count(await scene.sync(), 'contact', 'up', 'created')).toBe(201));
  expectBudget('201 contacts of a new company up, no leads', many);
  scene.advance(31 * minutes);
  for (const place of times(20)) ann().mailbox.addContact(outlookContact('Guest', `No${place}`));
  const few = await spend(scene, async () => expect(count(await scene.sync(), 'contact', 'up', 'created')).toBe(20));
  expectBudget('20 new contacts up, no leads', few);
  expect([many.salesforce, few.salesforce]).toEqual([3, 2]);
});
