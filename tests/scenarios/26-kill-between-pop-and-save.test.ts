import { afterEach, expect, it } from 'vitest';
import { appointReader, minutes, openScene, type Scene, type ScenePerson, salesforceContact, written } from '../scene/index.ts';

let scene: Scene;
afterEach(() => scene.close());

/**
 * Twenty takes ids from a list and puts them back when their import fails; a killed process never puts them back. Here what was dealt is
 * never taken out: a run is cut at each call of its books in turn, and the next one ends as if nothing had been.
 */
it('loses nothing at whatever step between reading what was dealt and booking it the process is killed', async () => {
  scene = await openScene({ people: 2 });
  const [ann, bob] = scene.people as [ScenePerson, ScenePerson];
  await appointReader(scene, bob);
  const id = scene.salesforce.org.insert('Contact', salesforceContact('Dana', 'Ruiz'), ann.salesforceId);
  for (const person of scene.people) await scene.settle(person);
  const { store } = scene.parts;
  const steps = ['savePage', 'savePlan', 'take', 'saveReceipts'] as const;
  for (const step of steps) {
    scene.advance(31 * minutes);
    scene.salesforce.org.update('Contact', id, { Title: `cut at ${step}` }, bob.salesforceId);
    await scene.sync(bob);
    scene.parts.store = {
      ...store,
      [step]: async () => {
        throw new Error('killed');
      },
    };
    expect((await scene.sync(ann)).state, step).toBe('failed');
    scene.parts.store = store;
    scene.advance(31 * minutes);
    await scene.sync(ann);
    expect(
      ann.mailbox.contacts().map((one) => one.jobTitle),
      step,
    ).toEqual([`cut at ${step}`]);
  }
  scene.advance(31 * minutes);
  expect(written(await scene.sync(ann))).toBe(0);
}, 120_000);
