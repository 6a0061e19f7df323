import { afterEach, beforeEach, expect, it } from 'vitest';
import { judgeEngines } from '../../../core/connectivity/index.ts';
import { ann, bob, type GraphWorld, graphWorld, window } from '../../../tests/setup/adapters/graph-world.ts';
import { seekEngines } from './seek-engines.ts';

let world: GraphWorld;
beforeEach(async () => {
  world = await graphWorld({
    narrow: { kind: 'application', appId: 'narrow', roles: ['Contacts.ReadWrite', 'Calendars.ReadWrite'] },
    none: { kind: 'application', appId: 'none', roles: ['Calendars.ReadWrite'] },
  });
});
afterEach(() => world.close());

const stop = new AbortController().signal;
const judge = async (token = 'app') =>
  judgeEngines(await seekEngines(world.settings, { mailbox: ann.address, window, stop, accessToken: async () => token }));

it('sees nothing in a mailbox that only we have touched', async () => {
  world.mailbox().addMailFolder('Salesforce Emails');
  world.mailbox().addCategory('Salesforce');
  world.mailbox(bob.address).addCategory('Cirrus Insight');
  expect(await judge()).toEqual({ result: 'passed', evidence: 'none seen in categories, contact folders, mail folders' });
});

it('names what other products left, and whose it is', async () => {
  world.mailbox().addContactFolder('Salesforce_Sync');
  world.mailbox().addCategory('Cirrus Insight');
  expect(await judge()).toEqual({
    result: 'warning',
    finding: 'other-engine',
    evidence: 'Cirrus Insight, likely: category Cirrus Insight. Lightning Sync, likely: folder Salesforce_Sync',
  });
});

it('says what it may not see, and does not call that clean', async () => {
  expect(await judge('narrow')).toEqual({
    result: 'passed',
    evidence: 'unknown, not readable: categories (ErrorAccessDenied), mail folders (ErrorAccessDenied)',
  });
  expect(await judge('none')).toMatchObject({
    result: 'skipped',
    evidence: expect.stringContaining('contact folders (ErrorAccessDenied)'),
  });
});
