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
  signs: null,
  ...given,
});
const reach = { userId: 'ada' } as Reach;
const look = (given: Partial<Explanation>, object: 'contact' | 'event' = 'event') =>
  readVisibility({ salesforce: async () => ({ settings: world.settings, access: world.access }) }, reach, object, explained(given));
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

it('a contact that is not saved yet would be seen by whoever sees the account that it would get', async () => {
  world.salesforce.control.set({ sharing: { Contact: 'ControlledByParent', Account: 'Private' } });
  world.salesforce.org.insert('Account', { Name: 'Acme', Website: 'acme.test' }, world.ada);
  const signs = { name: null, domain: 'acme.test', without: null };
  const audiences = expect.arrayContaining([expect.objectContaining({ who: 'readers', names: ['Acme'] })]);
  expect(await look({ signs }, 'contact')).toMatchObject({ saved: false, level: 'record', audiences });
  expect(await look({ signs: { ...signs, domain: 'other.test' } }, 'contact')).toMatchObject({ level: 'few' });
});
