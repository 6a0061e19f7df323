import { afterEach, beforeEach, expect, it } from 'vitest';
import { judgeEngines, runChecks } from '../../../core/connectivity/index.ts';
import { type SalesforceWorld, salesforceWorld } from '../../../tests/setup/adapters/salesforce-world.ts';
import { createSalesforceClient } from '../salesforce-client.ts';
import { salesforceChecks } from './salesforce-checks.ts';
import { seekEngines } from './seek-engines.ts';

let world: SalesforceWorld;
beforeEach(async () => {
  world = await salesforceWorld();
});
afterEach(() => world.close());

const seek = () =>
  seekEngines({ settings: world.settings, access: world.access, client: createSalesforceClient(world.settings, world.access) });
const evidence = async () => judgeEngines(await seek()).evidence;
const org = () => world.salesforce.org;
const user = (name: string) =>
  org().insert('User', { Username: `${name}@demo.test`, Email: `${name}@demo.test`, FirstName: name, LastName: 'Integration' });
const meeting = (by: string, of = world.ada) =>
  org().insert('Event', { Subject: 'x', StartDateTime: '2026-12-01T09:00:00Z', DurationInMinutes: 30, OwnerId: of }, by);

it('sees nothing in an org of its own, and says that Einstein Activity Capture could not be asked', async () => {
  meeting(world.ada);
  meeting(world.ben);
  expect(await evidence()).toBe('unknown, not readable: UserEmailCalendarSync (INVALID_TYPE)');
});

it('looks in five places with one request of the day', async () => {
  await seek();
  const before = world.salesforce.control.used;
  await seek();
  expect(world.salesforce.control.used - before).toBe(1);
});

it('names who makes meetings for this user, and not what is made for others', async () => {
  const riva = user('Riva');
  meeting(riva, world.ben);
  expect(await evidence()).not.toContain('Riva');
  meeting(riva);
  meeting(riva);
  expect(await evidence()).toContain('Riva, certain: 2 meetings created by Riva Integration in 30 days');
});

it('forgets who stopped to write a month ago', async () => {
  meeting(user('Riva'));
  world.desk.clock.advance(31 * 24 * 3_600_000);
  expect(await evidence()).not.toContain('Riva');
});

it('sees who files mails, and what is installed', async () => {
  org().insert('EmailMessage', { Subject: 'x', TextBody: 'x', Status: '3' }, user('Ebsta'));
  org().insert('PackageLicense', { NamespacePrefix: 'DaScoopComposer' });
  org().insert('PackageLicense', { NamespacePrefix: 'CirrusInsight', Status: 'Expired' });
  expect(await evidence()).toMatch(/^Ebsta, likely: 1 mails created by .*Groove, possible: package DaScoopComposer is installed/);
});

it('knows the configurations of Einstein Activity Capture where it is on, and the permission sets of this user alone', async () => {
  world.salesforce.control.set({ activityCapture: true });
  const set = org().insert('PermissionSet', { Name: 'StandardEinsteinActivityCapture', Label: 'Standard Einstein Activity Capture' });
  const ofBen = org().insert('UserEmailCalendarSync', { AssignedId: world.ben, ConfigurationId: '1' });
  org().insert('PermissionSetAssignment', { AssigneeId: world.ben, PermissionSetId: set });
  expect(await evidence()).toBe('none seen in PackageLicense, PermissionSetAssignment, UserEmailCalendarSync, Event, EmailMessage');
  org().insert('PermissionSetAssignment', { AssigneeId: world.ada, PermissionSetId: set });
  expect(await evidence()).toBe('Einstein Activity Capture, possible: permission set Standard Einstein Activity Capture');
  org().update('UserEmailCalendarSync', ofBen, { AssignedId: world.ada });
  expect(await evidence()).toContain('Einstein Activity Capture, certain: permission set');
});

it('is a step with meaning, fix and who, and keeps nobody from synchronization', async () => {
  meeting(user('Riva'));
  const report = await runChecks('salesforce', salesforceChecks(world.settings, world.access), () => 0);
  expect(report.result).toBe('warning');
  expect(report.steps.at(-1)).toMatchObject({ key: 'other-engines', result: 'warning', finding: 'other-engine', who: 'admin' });
});
