import { expect, it } from 'vitest';
import { crashSweep } from './crash-sweep.ts';

it('ends in the same state at every point where a run fails or is killed', async () => {
  const sweep = await crashSweep(1);
  process.stdout.write(`crash sweep: ${sweep.covered} points covered (${sweep.calls} port calls, each broken in four ways)\n`);
  expect(sweep.broken).toEqual({});
  expect(sweep.covered).toBe(sweep.calls * 4);
});
