import { afterEach, beforeEach, expect, it } from 'vitest';
import { type SalesforceWorld, salesforceWorld } from '../../tests/setup/adapters/salesforce-world.ts';
import { describeObjects } from './describe-objects.ts';

let world: SalesforceWorld;
beforeEach(async () => {
  world = await salesforceWorld();
});
afterEach(() => world.close());

it('an object that the org lacks has no fields; the others have theirs', async () => {
  world.desk.faults.set([{ at: 'salesforce.describe', nth: 4, do: '404' }]);
  const { email, ...others } = await describeObjects(world.settings, world.access);
  expect(email).toEqual([]);
  for (const fields of Object.values(others)) expect(fields.length).toBeGreaterThan(10);
});

it('whatever else is wrong is said', async () => {
  world.desk.faults.set([{ at: 'salesforce.describe', nth: 2, do: '403' }]);
  await expect(describeObjects(world.settings, world.access)).rejects.toMatchObject({ error: { code: 'REQUEST_LIMIT_EXCEEDED' } });
});
