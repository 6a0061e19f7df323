import { afterEach, expect, it } from 'vitest';
import { appointReader, minutes, openScene, outlookContact, type Scene, written } from '../scene/index.ts';
import { expectBudget, spend } from './spend.ts';

let scene: Scene;
afterEach(() => scene.close());

const each = 20;

/** Ten mailboxes of twenty contacts each on one Salesforce org, in step; an eleventh, without a mailbox of note, may be the reader. */
async function tenInStep(withReader: boolean): Promise<Scene> {
  scene = await openScene({ people: 11 });
  const [reader, ...ten] = scene.people;
  if (withReader) await appointReader(scene, reader!);
  for (const person of ten) {
    for (let n = 0; n < each; n += 1) person.mailbox.addContact(outlookContact(person.name, `No${n}`));
    await scene.settle(person);
  }
  // The first look after the listings, which is each mailbox's own, is over.
  scene.advance(31 * minutes);
  for (const person of ten) await scene.sync(person);
  scene.advance(31 * minutes);
  return scene;
}

const syncTen = async () => {
  let writes = 0;
  for (const person of scene.people.slice(1)) writes += written(await scene.sync(person));
  return writes;
};

/** One record in a hundred, of two mailboxes. */
function changeOnePercent(): void {
  for (const person of scene.people.slice(1, 3)) {
    const record = scene.records('Contact').find((row) => row.OwnerId === person.salesforceId);
    scene.salesforce.org.update('Contact', String(record?.Id), { Title: 'Director' }, person.salesforceId);
  }
}

for (const [withReader, how] of [
  [false, 'each for itself'],
  [true, 'with a reader'],
] as const) {
  it(`ten mailboxes ${how}: nothing to do, and one record in a hundred changed`, async () => {
    await tenInStep(withReader);
    expectBudget(`ten mailboxes ${how}, idle`, await spend(scene, async () => expect(await syncTen()).toBe(0)));
    scene.advance(31 * minutes);
    changeOnePercent();
    expectBudget(`ten mailboxes ${how}, 1 % changed`, await spend(scene, async () => expect(await syncTen()).toBe(2)));
  }, 120_000);
}
