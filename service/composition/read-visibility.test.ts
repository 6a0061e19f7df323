import { afterEach, beforeEach, expect, it } from 'vitest';
import { type SalesforceWorld, salesforceWorld } from '../../tests/setup/adapters/salesforce-world.ts';
import type { Explanation } from '../lanes/explain-item.ts';
import type { Reach } from './provider-desk.ts';
import { readVisibility } from './read-visibility.ts';

let world: SalesforceWorld;
beforeEach(async () => {
  world = await salesforceWorld();
});
afterEach(() => world.close());

const explained = (given: Partial<Explanation>): Explanation => ({
  remoteId: 'AAMk1',
  title: 'Renewal',
  isPrivate: false,
  known: 'books',
  link: null,
  steps: [],
  verdict: { room: 'plan', reason: 'new-on-outlook', action: 'create', inputs: {} },
  ...given,
});
const reach = { userId: 'ada' } as Reach;
const look = (given: Partial<Explanation>) =>
  readVisibility({ salesforce: async () => ({ settings: world.settings, access: world.access }) }, reach, 'event', explained(given));
const asked = () => Object.values(world.desk.faults.counters).reduce((sum, times) => sum + times, 0);

it('of a private item Salesforce is not asked: it stays in Outlook', async () => {
  expect(await look({ isPrivate: true })).toMatchObject({ saved: false, level: 'outlook', audiences: [] });
  expect(asked()).toBe(0);
});

it('of one that was saved before it became private, the record tells', async () => {
  const times = { StartDateTime: '2026-11-26T09:00:00Z', EndDateTime: '2026-11-26T10:00:00Z' };
  const id = world.salesforce.org.insert('Event', { Subject: 'Private appointment', IsPrivate: true, ...times }, world.ada);
  const seen = await look({ isPrivate: true, link: { outlookId: 'AAMk1', salesforceId: id, state: 'linked' } });
  expect(seen).toMatchObject({ saved: true, level: 'few' });
});

it('a link that a person ended counts as not saved', async () => {
  const link = { outlookId: 'AAMk1', salesforceId: '00U000000000001AAA', state: 'ended' } as const;
  expect(await look({ link })).toMatchObject({ saved: false, level: 'few' });
});
