import { expect, test } from 'vitest';
import { may, type Place } from '../../core/access/index.ts';
import { type RouteContract, type RouteKey, routes } from '../../core/contract/index.ts';
import { createFakeApi } from './fake-api.ts';
import { people, type Who, world } from './people.ts';

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
/** A line of an open ledger. */
const ledgerLine = {
  ...{ kind: 'link', object: 'contact', outlookId: 'o', salesforceId: 's', key: null, state: 'ended', madeByUs: null },
  ...{ baseOutlook: null, baseSalesforce: null, outlookVersion: null, salesforceVersion: null },
};
const bodies: Partial<Record<RouteKey, unknown>> = {
  'PATCH /api/users/{id}': { name: 'Dana' },
  'POST /api/users/{id}/synchronization': { enabled: true },
  'POST /api/users/{id}/preview/confirm': { jobId: world.jobs[0] },
  'POST /api/issues/{id}/answer': { answer: 'allow' },
  'POST /api/conflicts/{id}/resolve': { keep: 'outlook' },
  'POST /api/users/{id}/conflicts/resolve': { object: 'contact', keep: 'outlook' },
  'POST /api/users/{id}/connections/{side}': { returnTo: 'https://surface.example/' },
  'POST /api/users/{id}/connections/{side}/finish': { code: 'c' },
  'POST /api/users/{id}/items/undo': { side: 'outlook', object: 'event', id: 'x' },
  'POST /api/sessions/{id}/undo': { dryRun: true },
  'POST /api/settings/changes/{id}/undo': { dryRun: true },
  'POST /api/users/{id}/mail/save': { itemId: 'x' },
  'PATCH /api/salesforce-orgs/{id}': { readerUserId: null },
  'PATCH /api/organizations/{id}': { name: 'North' },
  'PATCH /api/organizations/{id}/sources/{source}': { enabled: true },
  'POST /api/users/{id}/ledger': { lines: [ledgerLine] },
  'PUT /api/organizations/{id}/mapping/{object}': { rules: [] },
  'POST /api/organizations/{id}/rehearsal': { settings: { 'contact.up': false } },
  'PUT /api/settings/{level}/{id}/{key}': { value: true },
  'PATCH /api/settings/{level}/{id}': { changes: [{ key: 'contact.up', value: true }] },
  'POST /api/users/{id}/move/preview': { organizationId: world.organizations[1] },
  'PATCH /api/groups/{id}': { name: 'North' },
};

const queries: Partial<Record<RouteKey, string>> = {
  'GET /api/users/{id}/decisions': '?side=outlook&object=event&id=x',
  'GET /api/users/{id}/items/history': '?side=outlook&object=event&id=x',
  'GET /api/users/{id}/visibility': '?object=event&id=x',
  'GET /api/users/{id}/why': '?side=outlook&object=event&id=x',
  'GET /api/users/{id}/items': '?q=dana',
  'GET /api/users/{id}/mail': '?itemId=x',
};

/** The lines to ask for one route, each with the place it is about. */
const linesOf = (key: RouteKey): { line: string; place: Place }[] => {
  const query = queries[key] ?? '';
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
        const { status, text } = await createFakeApi().ask(who, line, bodies[key]);
        const verdict = may(people[who].grants, access, place);
        if (verdict === 'yes') expect(status, `${who} ${line}: ${text}`).toBeLessThan(300);
        else expect([403, 404], `${who} ${line}: ${text}`).toContain(status);
      }
    }
  });
}
