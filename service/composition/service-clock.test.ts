import { expect, it } from 'vitest';
import { ServiceClock } from './service-clock.ts';

it('ends a wait that the moved clock has overtaken', async () => {
  const clock = new ServiceClock();
  const waited = clock.sleep(600_000);
  clock.follow(300_000);
  clock.follow(600_001);
  await waited;
  expect(clock.now()).toBeGreaterThanOrEqual(Date.now() + 600_000);
});

it('ends a wait with the reason of the stop', async () => {
  const stop = new AbortController();
  const waited = new ServiceClock().sleep(600_000, stop.signal);
  stop.abort(new Error('stopping'));
  await expect(waited).rejects.toThrow('stopping');
  await expect(new ServiceClock().sleep(1, stop.signal)).rejects.toThrow('stopping');
});

it('never goes back', () => {
  const clock = new ServiceClock();
  clock.follow(1000);
  clock.follow(10);
  expect(clock.offset).toBe(1000);
});
