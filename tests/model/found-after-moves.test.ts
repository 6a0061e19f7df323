import { afterEach, expect, it } from 'vitest';
import { days, minutes, openScene, outlookMail, type Scene, type ScenePerson } from '../scene/index.ts';

/** What the model found about items that move between two looks, each kept by name. */
let scene: Scene;
afterEach(() => scene.close());

const next = (by = 31 * minutes) => {
  scene.advance(by);
  return scene.settle();
};
const saved = () => scene.records('EmailMessage').map(({ Subject }) => Subject);

async function open(): Promise<ScenePerson> {
  scene = await openScene({ settings: { 'email.up': true } });
  await scene.settle();
  return scene.people[0] as ScenePerson;
}
/** A mail of now: what came before synchronization began stays. */
function receive(ann: ScenePerson, subject: string) {
  scene.advance(minutes);
  const at = new Date(scene.desk.clock.now()).toISOString();
  return ann.mailbox.addMessage(outlookMail(subject, 'kim@guest.example', { receivedDateTime: at, sentDateTime: at }));
}

// Graph tells such a move as a removal alone (microsoft-graph-docs #21752), and a mail that is not linked is forgotten by it.
it.each([
  ['marked before any sync saw it', false],
  ['seen unmarked, and marked meanwhile', true],
])('a mail that goes there and back between two syncs, %s, is saved by the weekly listing', async (_when, seen) => {
  const ann = await open();
  const { id } = receive(ann, 'Offer');
  if (seen) await next();
  ann.mailbox.updateMessage(id, { categories: ['Salesforce'] });
  ann.mailbox.moveMessage(id, 'archive');
  ann.mailbox.moveMessage(id, 'inbox');
  await next();
  expect(saved()).toEqual([]);
  await next(8 * days);
  expect(saved()).toEqual(['Offer']);
  await next();
  expect(saved()).toEqual(['Offer']);
});
