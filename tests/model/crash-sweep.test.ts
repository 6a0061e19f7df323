import { expect, it } from 'vitest';
import { crashSweep } from './crash-sweep.ts';

it('ends in the same state wherever a run fails or is killed', { timeout: 300_000 }, async () => {
  const sweep = await crashSweep('small', 7);
  expect(sweep.expected).toMatchObject({ mails: 0, restless: 0, issues: [] });
  expect(sweep.expected.salesforce).toEqual(sweep.expected.outlook);
  expect(sweep.broken).toEqual({});
  expect(sweep.covered).toBeGreaterThan(25);
  // Both sides are broken at the engine's port and at the network below it.
  expect(Object.keys(sweep.calls)).toEqual(
    expect.arrayContaining(['outlook.read', 'salesforce.read', 'outlook.write', 'salesforce.write', 'graph.http', 'salesforce.http']),
  );
});
