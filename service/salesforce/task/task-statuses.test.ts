import { afterEach, beforeEach, expect, it } from 'vitest';
import { type SalesforceWorld, salesforceWorld } from '../../../tests/setup/adapters/salesforce-world.ts';
import { createTaskStatuses } from './task-statuses.ts';

let world: SalesforceWorld;
beforeEach(async () => {
  world = await salesforceWorld();
});
afterEach(() => world.close());

const asked = () => world.desk.faults.counters['salesforce.query'] ?? 0;

it('are those of the org in their order, asked once a day for all its mailboxes', async () => {
  const statuses = createTaskStatuses();
  const first = await statuses(world.settings, world.access);
  expect(first?.map((one) => one.name)).toEqual(['Not Started', 'In Progress', 'Completed', 'Waiting on someone else', 'Deferred']);
  expect(first?.filter((one) => one.closed).map((one) => one.name)).toEqual(['Completed']);
  await statuses(world.settings, { ...world.access, userId: world.ben });
  expect(asked()).toBe(1);
  world.desk.clock.advance(25 * 3_600_000);
  await statuses(world.settings, world.access);
  expect(asked()).toBe(2);
});

it('are not known where Salesforce refuses to tell, and asked for again', async () => {
  const statuses = createTaskStatuses();
  world.desk.faults.set([{ at: 'salesforce.query', nth: 1, do: '403' }]);
  expect(await statuses(world.settings, world.access)).toBeUndefined();
  expect(await statuses(world.settings, world.access)).toHaveLength(5);
});
