import { afterEach, describe, expect, it } from 'vitest';
import { runMailbox } from '../../service/lanes/run-mailbox.ts';
import { count, days, openScene, outlookContact, outlookMeeting, type Scene, salesforceContact, written } from '../scene/index.ts';
import { expectBudget, requests, type Spent, spend } from './spend.ts';

let scene: Scene;
afterEach(() => scene.close());

const thousand = Array.from({ length: 1000 }, (_, place) => place);

/** A scene whose first person has so many contacts and one meeting, in step. */
async function inStep(contacts: number, settings = {}): Promise<{ scene: Scene; ids: string[]; first: Spent }> {
  scene = await openScene({ settings });
  const [ann] = scene.people;
  const made = Array.from({ length: contacts }, (_, place) => ann!.mailbox.addContact(outlookContact('Guest', `No${place}`)));
  ann!.mailbox.addEvent(outlookMeeting('Review', scene.desk.clock.now() + days));
  const first = await spend(scene, () => scene.settle());
  scene.advance(31 * 60_000);
  return { scene, ids: made.map(({ id }) => id), first };
}

describe('requests', () => {
  it('none without a nudge and without a timer that is due', async () => {
    await inStep(3);
    await scene.sync();
    const spent = await spend(scene, async () => {
      expect(await runMailbox(scene.parts, scene.people[0]!.userId, new AbortController().signal)).toBe('not-due');
    });
    expect(requests(spent)).toBe(0);
    expectBudget('nothing due', spent);
  });

  it('two for a mailbox with nothing to do, with one operation inside per due collection', async () => {
    await inStep(30);
    const spent = await spend(scene, () => scene.sync());
    expect(requests(spent)).toBe(2);
    expect(Object.values(spent.operations).reduce((sum, times) => sum + times, 0)).toBe(6);
    expectBudget('nothing changed', spent);
  });

  it('to bring one edit of Outlook to Salesforce', async () => {
    const { ids } = await inStep(30);
    scene.people[0]!.mailbox.updateContact(ids[0]!, { jobTitle: 'Director' });
    const spent = await spend(scene, async () => expect(written(await scene.sync())).toBe(1));
    expectBudget('one edit in Outlook', spent);
  });

  it('to bring one edit of Salesforce to Outlook', async () => {
    await inStep(30);
    const [record] = scene.records('Contact').filter((row) => row.OwnerId === scene.people[0]!.salesforceId);
    scene.salesforce.org.update('Contact', String(record!.Id), { Title: 'Director' }, scene.people[0]!.salesforceId);
    const spent = await spend(scene, async () => expect(written(await scene.sync())).toBe(1));
    expectBudget('one edit in Salesforce', spent);
  });

  it('to bring 1,000 new contacts to Salesforce', async () => {
    // Leads have budgets of their own (cases.test.ts): one query more, in the request of the look-up.
    await inStep(1, { 'contact.lead': 'create' });
    for (const place of thousand) scene.people[0]!.mailbox.addContact(outlookContact('New', `No${place}`));
    const spent = await spend(scene, async () => expect(count(await scene.sync(), 'contact', 'up', 'created')).toBe(1000));
    expect(spent.operations['salesforce.collections.upsert']).toBe(5);
    expectBudget('1,000 new contacts up', spent);
  });

  it('to bring 1,000 edits of Salesforce to Outlook, no part of a batch sent twice', async () => {
    scene = await openScene();
    const [ann] = scene.people;
    const ids = thousand.map((place) =>
      scene.salesforce.org.insert('Contact', salesforceContact('Guest', `No${place}`), ann!.salesforceId),
    );
    await scene.settle();
    scene.advance(31 * 60_000);
    for (const id of ids) scene.salesforce.org.update('Contact', id, { Title: 'Director' }, ann!.salesforceId);
    const spent = await spend(scene, async () => expect(count(await scene.sync(), 'contact', 'down', 'updated')).toBe(1000));
    expect(spent.operations['graph.contacts.update']).toBe(1000);
    expectBudget('1,000 edits down', spent);
  });

  it('to list 1,500 contacts again after the token is gone: pages only, no write', async () => {
    // Accounts and leads of new contacts have budgets of their own (cases.test.ts): one query more each, in the request of the look-up.
    const { first } = await inStep(1500, { 'contact.account': 'off', 'contact.lead': 'create' });
    // Planned in two steps, looked up in one; and the runs until all is at rest.
    expectBudget('1,500 contacts up at first', first);
    scene.faults([{ at: 'graph.contacts.delta', nth: 1, do: '410' }]);
    const spent = await spend(scene, async () => expect(written(await scene.sync())).toBe(0));
    expectBudget('token gone, 1,500 contacts', spent);
  });
});
