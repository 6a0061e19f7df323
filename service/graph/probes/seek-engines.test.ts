import { afterEach, beforeEach, expect, it } from 'vitest';
import { judgeEngines } from '../../../core/connectivity/index.ts';
import { allRoles } from '../../../tests/scene/scene-world.ts';
import { window } from '../../../tests/setup/adapters/collection.ts';
import { ann, bob, type GraphWorld, graphWorld } from '../../../tests/setup/adapters/graph-world.ts';
import { seekEngines } from './seek-engines.ts';

let world: GraphWorld;
beforeEach(async () => {
  world = await graphWorld({
    narrow: { kind: 'application', appId: 'narrow', roles: ['Contacts.ReadWrite', 'Calendars.ReadWrite'] },
    none: { kind: 'application', appId: 'none', roles: ['Calendars.ReadWrite'] },
    all: { kind: 'application', appId: 'all', roles: [...allRoles, 'Application.Read.All'] },
  });
});
afterEach(() => world.close());

const stop = new AbortController().signal;
const applications = 'applications in Entra ID, which take the optional permission Application.Read.All';
const judge = async (token = 'all') =>
  judgeEngines(await seekEngines(world.settings, { mailbox: ann.address, window, stop, accessToken: async () => token }));

it('sees nothing in a mailbox that only we have touched', async () => {
  world.mailbox().addMailFolder('Salesforce Emails');
  world.mailbox().addCategory('Salesforce');
  world.mailbox(bob.address).addCategory('Cirrus Insight');
  expect(await judge()).toEqual({ result: 'passed', evidence: `none seen in categories, contact folders, mail folders, ${applications}` });
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
    evidence: `unknown, not readable: categories (ErrorAccessDenied), mail folders (ErrorAccessDenied), ${applications} (Authorization_RequestDenied)`,
  });
  expect(await judge('none')).toMatchObject({
    result: 'skipped',
    evidence: expect.stringContaining('contact folders (ErrorAccessDenied)'),
  });
});

it('sees an application of another product in the tenant; that alone is said and warns of nothing', async () => {
  const consented = (displayName: string) =>
    world.graph.servicePrincipals.set(displayName, { id: displayName, appId: displayName, displayName, accountEnabled: true });
  for (const name of ['Lockstep', 'Outreach Team', 'Ebsta Connector']) consented(name);
  expect(await judge()).toEqual({ result: 'passed', evidence: 'Ebsta, possible: application Ebsta Connector in Entra ID' });
  world.mailbox().addContactFolder('Ebsta');
  expect(await judge()).toMatchObject({ result: 'warning', finding: 'other-engine' });
});
