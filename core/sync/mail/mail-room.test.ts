import { expect, it } from 'vitest';
import { enterMailRoom } from './mail-room.ts';

it('lets three portions in at a time, and the others in their order', async () => {
  const inside: number[] = [];
  const leaves = new Map<number, () => void>();
  const enter = (who: number) =>
    enterMailRoom().then((leave) => {
      inside.push(who);
      leaves.set(who, leave);
    });
  const entering = [1, 2, 3, 4, 5].map(enter);
  await Promise.all(entering.slice(0, 3));
  expect(inside).toEqual([1, 2, 3]);
  leaves.get(2)?.();
  await entering[3];
  expect(inside).toEqual([1, 2, 3, 4]);
  leaves.get(1)?.();
  await entering[4];
  for (const who of [3, 4, 5]) leaves.get(who)?.();
  expect(inside).toEqual([1, 2, 3, 4, 5]);
});
