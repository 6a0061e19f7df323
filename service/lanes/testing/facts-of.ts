import type { LaneFacts } from '../ports.ts';

/** A mailbox that may sync, of which a test changes what it is about. */
export const factsOf = (given: Partial<LaneFacts> = {}, user: Partial<LaneFacts['user']> = {}): LaneFacts => ({
  user: {
    id: '00000000-0000-4000-8000-000000000001',
    email: 'ann@fernwood.example',
    mailboxAddress: 'ann@fernwood.example',
    addresses: ['ann@fernwood.example'],
    mailboxAccess: 'graph-app-only',
    graphUserId: null,
    salesforceUserId: '005000000000001AAA',
    salesforceOrgId: '00D000000000001AAA',
    zone: 'UTC',
    synchronizationEnabled: true,
    suspended: null,
    configuredAt: '2026-01-01T00:00:00.000Z',
    initializedAt: null,
    settingsMark: null,
    awaitsPreview: false,
    salesforceReadAt: null,
    ...user,
  },
  customer: { id: '00000000-0000-4000-8000-000000000002', tenantId: 'tenant', enabled: true, suspended: null },
  organization: { id: '00000000-0000-4000-8000-000000000003', enabled: true, suspended: null },
  plan: { id: '00000000-0000-4000-8000-000000000004', enabled: true, intervalSeconds: 1800 },
  pieces: [],
  settings: [],
  colleagues: ['ann@fernwood.example', 'bob@fernwood.example'],
  salesforceOrg: null,
  source: null,
  failures: { authorization: 0, sessions: 0 },
  ...given,
});
