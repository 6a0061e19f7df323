import type { RouteKey } from '../../core/contract/index.ts';
import { world } from './people.ts';

/** A line of an open ledger. */
const ledgerLine = {
  ...{ kind: 'link', object: 'contact', outlookId: 'o', salesforceId: 's', key: null, state: 'ended', madeByUs: null },
  ...{ baseOutlook: null, baseSalesforce: null, outlookVersion: null, salesforceVersion: null },
};

const push = { targets: [{ level: 'user', id: world.users[0] }], changes: [{ key: 'contact.up', value: false }] };

/** What each route is asked with by the tests that walk them all: a body that changes something, a query that it cannot do without. */
export const routeAsks: Partial<Record<RouteKey, { body?: unknown; query?: string }>> = {
  'PATCH /api/users/{id}': { body: { name: 'Taken Over' } },
  'POST /api/users/{id}/synchronization': { body: { enabled: false } },
  'POST /api/users/{id}/preview/confirm': { body: { jobId: world.jobs[0] } },
  'POST /api/issues/{id}/answer': { body: { answer: 'allow' } },
  'POST /api/organizations/{id}/holds/answer': { body: { ids: [world.jobs[0]], answer: 'refuse' } },
  'POST /api/customers/{id}/holds/answer': { body: { ids: [world.jobs[0]], answer: 'refuse' } },
  'POST /api/conflicts/{id}/resolve': { body: { keep: 'outlook' } },
  'POST /api/users/{id}/conflicts/resolve': { body: { object: 'contact', keep: 'outlook' } },
  'POST /api/users/{id}/connections/{side}': { body: { returnTo: 'https://surface.example/' } },
  'POST /api/users/{id}/connections/{side}/finish': { body: { code: 'c' } },
  'POST /api/users/{id}/items/undo': { body: { side: 'outlook', object: 'event', id: 'x' } },
  'POST /api/sessions/{id}/undo': { body: { dryRun: false } },
  'POST /api/settings/changes/{id}/undo': { body: { dryRun: false } },
  'PATCH /api/salesforce-orgs/{id}': { body: { readerUserId: null } },
  'PATCH /api/organizations/{id}': { body: { enabled: false } },
  'PATCH /api/organizations/{id}/sources/{source}': { body: { enabled: true } },
  'POST /api/users/{id}/ledger': { body: { lines: [ledgerLine] } },
  'POST /api/users/{id}/mail/save': { body: { itemId: 'AAMk1' } },
  'POST /api/users/{id}/items/save': { body: { object: 'event', itemId: 'AAMk1' } },
  'PUT /api/organizations/{id}/mapping/{object}': { body: { rules: [] } },
  'POST /api/organizations/{id}/rehearsal': { body: { settings: { 'contact.up': false } } },
  'PUT /api/settings/{level}/{id}/{key}': { body: { value: false } },
  'PATCH /api/settings/{level}/{id}': { body: { changes: [{ key: 'contact.up', value: false }] } },
  'POST /api/users/{id}/move/preview': { body: { organizationId: world.organizations[1] } },
  'PATCH /api/groups/{id}': { body: { name: 'Taken Over' } },
  'POST /api/groups': { body: { customerId: world.customers[0], name: 'North' } },
  'POST /api/settings/push': { body: push },
  'POST /api/settings/push/jobs': { body: push },
  'GET /api/users/{id}/decisions': { query: '?side=outlook&object=event&id=AAMk1' },
  'GET /api/users/{id}/items/history': { query: '?side=outlook&object=event&id=AAMk1' },
  'GET /api/users/{id}/mail': { query: '?itemId=AAMk1' },
  'GET /api/users/{id}/visibility': { query: '?object=event&id=AAMk1' },
  'GET /api/users/{id}/why': { query: '?side=outlook&object=event&id=AAMk1' },
  'GET /api/users/{id}/items': { query: '?q=dana' },
};
