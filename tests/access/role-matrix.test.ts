import { expect, test } from 'vitest';
import { may, type Place } from '../../core/access/index.ts';
import { type RouteContract, type RouteKey, routes } from '../../core/contract/index.ts';
import { createFakeApi } from './fake-api.ts';
import { people, type Who, world } from './people.ts';
import { routeAsks } from './route-asks.ts';

/**
 * Role x route, generated from the contract: each route with ids is asked by every role about the first user (or its organization,
 * customer, plan, session, issue); the answer must be what core/access says of the action that the route declares. A handler that asks
 * for another right than its route names, or for none, fails here.
 */
const user: Place = {
  distributorId: null,
  partnerId: world.partner,
  customerId: world.customers[0],
  organizationId: world.organizations[0],
  userId: world.users[0],
};
const organization: Place = { ...user, userId: null };
const customer: Place = { ...organization, organizationId: null };

const targets: Record<string, { id: string; place: Place }> = {
  users: { id: world.users[0], place: user },
  sessions: { id: world.sessions[0], place: user },
  issues: { id: world.issues[0], place: user },
  jobs: { id: world.jobs[0], place: user },
  settings: { id: world.changes[0], place: user },
  conflicts: { id: world.conflicts[0], place: user },
  groups: { id: world.groups[0], place: customer },
  organizations: { id: world.organizations[0], place: organization },
  customers: { id: world.customers[0], place: customer },
  'salesforce-orgs': { id: world.salesforceOrgs[0], place: customer },
};
const levels: Record<string, { id: string; place: Place }> = {
  user: { id: world.users[0], place: user },
  organization: { id: world.organizations[0], place: organization },
  customer: { id: world.customers[0], place: customer },
  plan: { id: world.plans[0], place: customer },
  group: { id: world.groups[0], place: customer },
};

/** The lines to ask for one route, each with the place it is about. */
const linesOf = (key: RouteKey): { line: string; place: Place }[] => {
  const query = routeAsks[key]?.query ?? '';
  const line =
    key
      .replace('{side}', 'salesforce')
      .replace('{key}', 'contact.up')
      .replace('{userId}', world.users[0])
      .replace('{object}', 'contact')
      .replace('{source}', world.sources[0]) + query;
  if (line.includes('{level}')) {
    return Object.entries(levels).map(([level, { id, place }]) => ({ line: line.replace('{level}', level).replace('{id}', id), place }));
  }
  const target = targets[key.split('/')[2] ?? ''];
  if (!target) throw new Error(`${key}: add what it is about to this test`);
  return [{ line: line.replace('{id}', target.id), place: target.place }];
};

const keys = (Object.keys(routes) as RouteKey[]).filter((key) => key.includes('{'));
const roles: Who[] = ['admin', 'partner', 'customer1', 'organization1', 'user1', 'customer2', 'nobody'];

for (const key of keys) {
  const { access } = routes[key] as RouteContract;
  test(`${key} needs "${access}" exactly`, async () => {
    if (access === 'public' || access === 'signed-in') throw new Error('a route with ids needs a right');
    for (const { line, place } of linesOf(key)) {
      for (const who of roles) {
        const { status, text } = await createFakeApi().ask(who, line, routeAsks[key]?.body);
        const verdict = may(people[who].grants, access, place);
        if (verdict === 'yes') expect(status, `${who} ${line}: ${text}`).toBeLessThan(300);
        else expect([403, 404], `${who} ${line}: ${text}`).toContain(status);
      }
    }
  });
}
