import { expect, it } from 'vitest';
import { ann, bob, smallWorld } from '../testing/small-world.ts';

const at = (hour: string) => ({ dateTime: `2026-12-01T${hour}:00:00`, timeZone: 'UTC' });
const window = 'startDateTime=2026-11-01T00:00:00Z&endDateTime=2027-01-01T00:00:00Z';

function withTeam(members: string[]) {
  const world = smallWorld();
  const team = { displayName: 'Sales', mail: 'sales@contoso.example', visibility: 'Private' as const, isTeam: true, timeZone: 'UTC' };
  return { ...world, group: world.graph.groups.add({ ...team, members }) };
}

it("is for a member's sign-in only: not for applications, not for strangers, not without the permission", async () => {
  const { call, group, graph } = withTeam([ann]);
  const view = `/groups/${group.id}/calendarView?${window}`;
  const as = (token: string) => call('GET', view, undefined, { authorization: `Bearer ${token}` });
  expect((await as('app')).body.error.code).toBe('ErrorAccessDenied');
  expect((await as('ann')).status).toBe(200);
  graph.groups.setMembers(group.id, [bob]);
  expect((await as('ann')).status).toBe(403);
  expect((await as('app-read')).status).toBe(403);
  expect((await call('GET', `/groups/nobody/calendarView?${window}`)).status).toBe(404);
});

it('organizes what is made in it: members who are invited get copies of one iCalUId', () => {
  const { group, graph } = withTeam([ann]);
  const attendees = [{ emailAddress: { address: 'bob@contoso.example' } }];
  const plan = graph.groups.calendar(group.id).addEvent({ subject: 'Plan', start: at('09'), end: at('10'), attendees });
  const [copy] = graph.mailbox(bob)!.events();
  expect(copy).toMatchObject({ iCalUId: plan.iCalUId, isOrganizer: false, organizer: { emailAddress: { address: group.mail } } });
});

it('has no delta and takes no writes', async () => {
  const { call, group } = withTeam([ann]);
  const headers = { authorization: 'Bearer ann' };
  expect((await call('GET', `/groups/${group.id}/calendarView/delta?${window}`, undefined, headers)).status).toBe(400);
  expect((await call('POST', `/groups/${group.id}/events`, { start: at('09'), end: at('10') }, headers)).status).toBe(400);
});
