import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runMailbox } from '../../service/lanes/run-mailbox.ts';
import { appointReader, days, minutes, openScene, type Scene, type ScenePerson, salesforceContact, written } from '../scene/index.ts';

let scene: Scene;
let ann: ScenePerson;
let bob: ScenePerson;
let cid: ScenePerson;
beforeEach(async () => {
  scene = await openScene({ people: 3 });
  [ann, bob, cid] = scene.people as [ScenePerson, ScenePerson, ScenePerson];
  await appointReader(scene, cid);
  for (const person of [ann, bob]) {
    for (let n = 0; n < 3; n += 1) scene.salesforce.org.insert('Contact', salesforceContact(person.name, `No${n}`), person.salesforceId);
  }
  for (const person of scene.people) await scene.settle(person);
  scene.advance(31 * minutes);
});
afterEach(() => scene.close());

const titlesOf = (person: ScenePerson) => person.mailbox.contacts().map((one) => one.jobTitle ?? null);
const recordOf = (person: ScenePerson) => String(scene.records('Contact').find((row) => row.OwnerId === person.salesforceId)?.Id);
const asked = async (run: () => Promise<unknown>) => {
  const before = scene.counters()['salesforce.http'] ?? 0;
  await run();
  return (scene.counters()['salesforce.http'] ?? 0) - before;
};
const cursors = async () =>
  (await scene.rows<{ cursor: string }>("SELECT cursor FROM collection WHERE side = 'salesforce'")).map(({ cursor }) => JSON.parse(cursor));

describe('a reader account', () => {
  it('looks once for all mailboxes, and each reads only what was dealt to it', async () => {
    scene.salesforce.org.update('Contact', recordOf(ann), { Title: 'Director' }, bob.salesforceId);
    expect(await asked(() => scene.sync(bob))).toBe(1); // the round, which deals to Ann
    expect(await asked(async () => expect(written(await scene.sync(ann))).toBe(1))).toBe(1); // her record, with her token
    expect(await asked(() => scene.sync(cid))).toBe(0);
    expect(titlesOf(ann)).toContain('Director');
    expect(titlesOf(bob)).not.toContain('Director');
  });

  it('makes whom it concerns due at once, within the floor of a minute', async () => {
    await scene.sync(ann);
    scene.advance(6 * minutes);
    scene.salesforce.org.update('Contact', recordOf(ann), { Title: 'Sooner' }, bob.salesforceId);
    await scene.sync(bob);
    expect(await runMailbox(scene.parts, ann.userId, new AbortController().signal)).toBe('ended');
    expect(titlesOf(ann)).toContain('Sooner');
  });

  it('sees a change of owner, a deletion, and nothing twice', async () => {
    const id = recordOf(ann);
    scene.salesforce.org.update('Contact', id, { OwnerId: bob.salesforceId }, ann.salesforceId);
    for (const person of scene.people) await scene.settle(person);
    expect(bob.mailbox.contacts()).toHaveLength(4);
    scene.salesforce.org.delete('Contact', id, bob.salesforceId);
    scene.advance(31 * minutes);
    for (const person of scene.people) await scene.settle(person);
    expect(bob.mailbox.contacts()).toHaveLength(3);
    scene.advance(31 * minutes);
    for (const person of scene.people) expect(written(await scene.sync(person))).toBe(0);
  });

  it('never hands on what the mailbox itself may not read', async () => {
    const id = recordOf(ann);
    scene.salesforce.control.set({ sharing: { Contact: 'Private' } });
    scene.salesforce.org.update('Contact', id, { OwnerId: bob.salesforceId, Title: 'Secret' }, ann.salesforceId);
    for (const person of scene.people) await scene.settle(person);
    expect(titlesOf(ann)).not.toContain('Secret');
    expect(titlesOf(bob)).toContain('Secret');
    // Out of sight is no deletion.
    expect(ann.mailbox.contacts()).toHaveLength(3);
  });

  it('loses no change when a run is killed between reading what was dealt and storing it', async () => {
    scene.salesforce.org.update('Contact', recordOf(ann), { Title: 'Kept' }, bob.salesforceId);
    await scene.sync(bob);
    const { savePage } = scene.parts.store;
    scene.parts.store.savePage = async () => {
      throw new Error('killed');
    };
    expect((await scene.sync(ann)).state).toBe('failed');
    scene.parts.store.savePage = savePage;
    await scene.sync(ann);
    expect(titlesOf(ann)).toContain('Kept');
  });

  it('deals again what was stamped in a second that was not over', async () => {
    const id = recordOf(ann);
    scene.salesforce.org.update('Contact', id, { Title: 'First' }, bob.salesforceId);
    await scene.sync(bob);
    await scene.sync(ann);
    scene.salesforce.org.update('Contact', id, { Title: 'Second' }, bob.salesforceId);
    for (let n = 0; n < 2; n += 1) {
      scene.advance(6 * minutes);
      await scene.sync(bob);
      await scene.sync(ann);
    }
    expect(titlesOf(ann)).toContain('Second');
  });
});

describe('both ways of reading', () => {
  it('take over from each other without a gap: no reader, a reader that may not see all, a reader again', async () => {
    expect((await cursors()).every((cursor) => Number.isInteger(cursor.seq))).toBe(true);
    const change = (title: string) => scene.salesforce.org.update('Contact', recordOf(ann), { Title: title }, bob.salesforceId);
    change('by the reader');
    await scene.settle(ann);
    expect(titlesOf(ann)).toContain('by the reader');

    scene.salesforce.control.revokeSignIn(cid.address);
    scene.salesforce.control.deactivate(cid.address);
    change('without it');
    scene.advance(31 * minutes);
    await scene.settle(ann);
    expect(titlesOf(ann)).toContain('without it');
    expect((await cursors()).some((cursor) => cursor.seq === undefined)).toBe(true);

    scene.salesforce.control.activate(cid.address);
    change('with it again');
    scene.advance(31 * minutes);
    await scene.settle(ann);
    expect(titlesOf(ann)).toContain('with it again');
  });

  it('list anew weekly and sweep what is gone, and the window rolls on', async () => {
    const before = await scene.rows<{ generation: number }>("SELECT generation FROM collection WHERE side = 'salesforce'");
    scene.advance(8 * days);
    for (const person of scene.people) await scene.settle(person);
    const after = await scene.rows<{ generation: number; listed_at: Date }>(
      "SELECT generation, listed_at FROM collection WHERE side = 'salesforce'",
    );
    expect(Math.min(...after.map((row) => row.generation))).toBeGreaterThan(Math.min(...before.map((row) => row.generation)));
    expect(ann.mailbox.contacts()).toHaveLength(3);
    scene.salesforce.org.update('Contact', recordOf(ann), { Title: 'After the sweep' }, bob.salesforceId);
    scene.advance(31 * minutes);
    await scene.settle(bob);
    await scene.settle(ann);
    expect(titlesOf(ann)).toContain('After the sweep');
  });
});
