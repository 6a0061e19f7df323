import { expect, it } from 'vitest';
import { crashSweep } from './crash-sweep.ts';

it('ends in the same state at every point where a run fails or is killed', async () => {
  const sweep = await crashSweep('rich', 1);
  const calls = Object.values(sweep.calls).reduce((sum, count) => sum + count, 0);
  process.stdout.write(`crash sweep: ${sweep.covered} of ${sweep.points} points covered (${calls} port calls, each broken in four ways)\n`);
  process.stdout.write(
    `${Object.entries(sweep.calls)
      .map(([name, count]) => `  ${name} ${count}\n`)
      .join('')}`,
  );
  expect(sweep.broken).toEqual({});
  expect(sweep.covered).toBe(calls * 4);
  expect(sweep.expected.salesforce).toEqual(sweep.expected.outlook);
  expect(sweep.expected).toMatchObject({ mails: 0, restless: 0 });
  expect(sweep.expected.saved).toEqual([
    ...['ContentDocument offer.txt', 'ContentDocument offer.txt', 'ContentDocument offer.txt', 'ContentDocument offer.txt'],
    ...['EmailMessage Filed', 'EmailMessage In the folder', 'EmailMessage Kept', 'EmailMessage Saved', 'EmailMessage With a file'],
  ]);
});
