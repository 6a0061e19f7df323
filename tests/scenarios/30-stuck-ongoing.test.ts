import { afterAll, beforeAll, expect, it } from 'vitest';
import { LaneLost } from '../../core/sync/index.ts';
import { openScene, outlookContact, type Scene } from '../scene/index.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());

const iso = (milliseconds: number) => new Date(milliseconds).toISOString();

it('is freed by the lease, not by a flag, when a worker dies in the middle', async () => {
  const [ann] = scene.people;
  ann?.mailbox.addContact(outlookContact('Dana', 'Ruiz'));
  const { desk, clock } = scene.parts;
  const wall = Date.now();
  const ask = { worker: 'dead', at: iso(clock.now()), wall: iso(wall), leaseUntil: iso(wall + 60_000) };
  const dead = await desk.claim(ann?.userId ?? '', ask);
  expect(dead).not.toBeNull();
  await expect(scene.sync()).rejects.toThrow('not-due');

  scene.parts.wall = () => wall + 61_000;
  const session = await scene.sync();
  expect(session.state).toBe('succeeded');
  const states = await scene.rows<{ state: string; reason: string | null }>('SELECT state, reason FROM session ORDER BY started_at, id');
  expect(states).toEqual([
    { state: 'failed', reason: 'interrupted' },
    { state: 'succeeded', reason: null },
  ]);
});

it('lets the dead worker commit nothing when it wakes up again', async () => {
  const [ann] = scene.people;
  const { desk, clock, store } = scene.parts;
  const wall = Date.now() + 200_000;
  const ask = { worker: 'sleeper', at: iso(clock.now() + 1), wall: iso(wall), leaseUntil: iso(wall + 60_000) };
  scene.advance(31 * 60_000);
  const sleeper = await desk.claim(ann?.userId ?? '', { ...ask, at: iso(clock.now()) });
  if (!sleeper) throw new Error('the lane was not free');
  scene.parts.wall = () => wall + 120_000;
  await scene.sync();
  await expect(store.release(sleeper.lane)).rejects.toThrow(LaneLost);
});
