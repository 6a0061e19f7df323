import type { Activity, ConnectivityReport, Issue, Session, User } from '../../../core/contract/client/index.ts';

import { demoCustomers } from './customer-answers.ts';
import { demoGroups } from './group-answers.ts';
import { idOf } from './id-of.ts';
import { demoPreview } from './organization-preview-answers.ts';
import { demoSettingChanges } from './setting-change-answers.ts';

const people = [
  'Dana Ruiz',
  'Lee Okafor',
  'Mira Sander',
  'Jonas Weiß',
  'Aylin Demir',
  'Tom Becker',
  'Ines Carvalho',
  'Petr Novák',
  'Grace Lindqvist',
  'Hamid Rahimi',
  'Julia Kowalska',
  'Marco Bianchi',
  'Sofie Jansen',
  'Noah Fischer',
  'Emma Clarke',
  'Luca Moretti',
  'Chloé Dubois',
  'Ben Hart',
  'Olga Petrova',
  'Yuki Tanaka',
  'Karim Haddad',
  'Lena Vogt',
  'Oscar Nyberg',
  'Priya Raman',
  'Samuel Osei',
  'Nora Keller',
  'Victor Almeida',
  'Zoë Martens',
  'Ian Doyle',
  'Maja Horvat',
];
const organizations = ['Acme Sales', 'Acme Service', 'Acme Board'];

export type World = ReturnType<typeof demoWorld>;

/** A small customer in the words of the contract: 30 users in all states, issues of each kind, sessions, a matching Contact. */
export const demoWorld = (now: number) => {
  const ago = (minutes: number): string => new Date(now - minutes * 60_000).toISOString();
  const user = (index: number, more: Partial<User['status']> = {}, rest: Partial<User> = {}): User => {
    const name = people[index % people.length] as string;
    const email = `${name
      .normalize('NFD')
      .replaceAll(/\p{M}|ß/gu, '')
      .toLowerCase()
      .replace(' ', '.')}${index < people.length ? '' : index}@acme.example`;
    const place = index % organizations.length;
    return {
      id: idOf(1, index),
      kind: 'mailbox',
      email,
      name: index < people.length ? name : `${name} ${index}`,
      customer: { id: idOf(2, 1), name: 'Acme GmbH' },
      organization: { id: idOf(3, place), name: organizations[place] },
      plan: { id: idOf(4, 1), name: 'Standard' },
      mailbox: { address: email, access: 'graph-app-only' },
      synchronization: { enabled: more.reason !== 'user-off', suspended: null },
      status: { state: 'up-to-date', level: 'user', reason: 'up-to-date', until: null, checkedAt: ago(2 + index), ...more },
      initialized: true,
      lastSuccessAt: ago(2 + index),
      nextRunAt: new Date(now + (28 - (index % 20)) * 60_000).toISOString(),
      syncAgainAt: null,
      openIssues: 0,
      lastSessionId: idOf(5, index),
      ...rest,
    } as User;
  };
  const users = people.map((_, index) => user(index));
  users[0] = user(0, { state: 'needs-attention', reason: 'issues-open' }, { openIssues: 3 });
  users[1] = user(
    1,
    { state: 'needs-attention', reason: 'suspended-authorization', checkedAt: ago(190) },
    { lastSuccessAt: ago(190), nextRunAt: null },
  );
  users[2] = user(2, {
    state: 'waiting',
    reason: 'parked-quota',
    level: 'salesforce-org',
    until: new Date(now + 30 * 60_000).toISOString(),
  });
  users[5] = user(5, { state: 'off', reason: 'user-off' }, { nextRunAt: null });
  users[7] = user(7, { state: 'syncing', reason: 'running' });
  for (const index of [11, 14, 17, 20, 23, 26, 29])
    users[index] = user(
      index,
      { state: 'off', level: 'organization', reason: 'organization-off', checkedAt: ago(3000) },
      { lastSuccessAt: ago(3000), nextRunAt: null },
    );

  const issue = (index: number, reason: string, who: string, answers: string[], detail: object, object: string | null = 'contact'): Issue =>
    ({
      id: idOf(6, index),
      userId: idOf(1, 0),
      sessionId: idOf(5, 0),
      object,
      side: object === null ? null : 'salesforce',
      remoteId: object === null ? null : '003x',
      reason,
      who,
      detail,
      state: 'open',
      answers,
      firstSeenAt: ago(25),
      lastSeenAt: ago(2),
      resolvedAt: null,
    }) as Issue;
  const issues = [
    issue(1, 'delete-brake', 'user', ['allow', 'refuse'], { proposed: 112, links: 412 }, 'contact'),
    issue(
      2,
      'invitation-guard',
      'admin',
      ['allow', 'refuse'],
      {
        title: 'Renewal Q1: final numbers',
        recipients: [
          'kim.lee@northwind.example',
          'a.stone@northwind.example',
          'paul@fabrikam.example',
          'team@contoso.example',
          'ceo@contoso.example',
        ],
      },
      'event',
    ),
    issue(3, 'refused-by-rule', 'user', ['retry', 'ignore'], {
      title: 'Maria Stein',
      message: 'Close date required',
      code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
    }),
  ];

  const count = (object: string, direction: 'up' | 'down', created: number, updated: number, failed = 0, held = 0) => ({
    object,
    direction,
    created,
    updated,
    deleted: 0,
    skipped: 4,
    failed,
    held,
  });
  const session = (index: number, more: Partial<Session> = {}): Session =>
    ({
      id: idOf(5, index),
      userId: idOf(1, 0),
      trigger: 'schedule',
      state: 'succeeded',
      queuedAt: ago(30 * index + 2),
      startedAt: ago(30 * index + 2),
      finishedAt: ago(30 * index + 2),
      durationMilliseconds: 840 + index * 120,
      counts: [],
      requests: { outlook: { http: 1, operations: 2 }, salesforce: { http: 1, operations: 2 } },
      reason: null,
      message: null,
      ...more,
    }) as Session;
  const sessions = [
    session(0, {
      state: 'held',
      trigger: 'force',
      counts: [count('contact', 'up', 3, 1, 1), count('contact', 'down', 0, 2), count('event', 'up', 1, 0, 0, 1)],
      requests: { outlook: { http: 4, operations: 11 }, salesforce: { http: 3, operations: 9 } },
    }),
    session(1),
    session(2, { counts: [count('event', 'down', 2, 0)] }),
    session(3, { state: 'failed', reason: 'parked-outage', message: 'Salesforce answered 503' }),
    session(4, { trigger: 'first', counts: [count('contact', 'up', 412, 0), count('event', 'up', 96, 0)], durationMilliseconds: 3900 }),
  ];
  const activity: Activity[] = [
    { id: '3', userId: idOf(1, 0), at: ago(40), initiator: 'admin@acme.example', type: 'force-sync-requested', detail: {} },
    { id: '2', userId: idOf(1, 0), at: ago(2000), initiator: null, type: 'synchronization-disabled-throttling', detail: {} },
    { id: '1', userId: idOf(1, 0), at: ago(9000), initiator: 'admin@acme.example', type: 'employee-added', detail: {} },
  ] as Activity[];

  const steps = ['address', 'name', 'reachable', 'secure', 'product', 'sign-in', 'permission', 'quota', 'read', 'other-engines'] as const;
  const report = (side: 'mailbox' | 'salesforce', failsAt?: string): ConnectivityReport => {
    let reached = true;
    return {
      side,
      result: failsAt === undefined ? 'passed' : 'failed',
      startedAt: ago(0),
      finishedAt: ago(0),
      steps: steps.map((key, index) => {
        const failed = key === failsAt;
        const result = !reached ? 'not-reached' : failed ? 'failed' : 'passed';
        if (failed) reached = false;
        return {
          key,
          result,
          milliseconds: result === 'not-reached' ? null : 12 + index * 9,
          evidence: failed ? 'invalid_grant (expired access/refresh token)' : null,
          finding: failed ? 'sign-in-salesforce' : null,
          meaning: failed ? 'Salesforce no longer accepts the sign-in.' : null,
          fix: failed ? 'Open My sync and choose "Sign in to Salesforce".' : null,
          who: failed ? 'user' : null,
        };
      }),
    };
  };
  const organizationRows = organizations.map((name, index) => ({
    id: idOf(3, index),
    customerId: idOf(2, 1),
    customerName: 'Acme GmbH',
    name,
    enabled: index !== 2,
    suspended: null,
    isDefault: index === 0,
    mailboxAccess: 'graph-app-only',
  }));
  /** Who looks for all in the Salesforce org. */
  const reader = { userId: idOf(1, 4), name: 'Aylin Demir' } as { userId: string; name: string } | null;
  const savedMails = new Set<string>();
  /** Meetings and contacts that somebody asked for by hand. */
  const savedItems = new Set<string>();
  /** One mail of the open mailbox: of colleagues alone, or not saved until somebody does. */
  const mail = (id: string) => {
    const waiting = savedMails.has(id);
    const inside = id.startsWith('internal');
    return {
      ...{ id, subject: 'The offer', savedBy: waiting ? 'dana.ruiz@acme.example' : null, at: waiting ? ago(0) : null, url: null },
      ...{ state: waiting ? 'waiting' : 'not-saved', maySave: !waiting && !inside },
      reason: waiting ? null : inside ? 'internal-only' : 'not-triggered',
    };
  };
  /** Pushes that were begun, and whether the first sync of the first user waits for its preview. */
  const pushed: ({ parameters: unknown } & Record<string, unknown>)[] = [];
  const awaits = { preview: false };
  const [groups, settingChanges, customers, preview] = [demoGroups(), demoSettingChanges(now), demoCustomers(), demoPreview()];
  return {
    users,
    issues,
    sessions,
    activity,
    report,
    organizationRows,
    user,
    mail,
    savedMails,
    savedItems,
    reader,
    groups,
    settingChanges,
    customers,
    preview,
    pushed,
    awaits,
    /** Teams and sites that wait for the sign-in of who looks. */
    sourceSignIns: [] as { userId: string; organization: string; names: string[] }[],
  };
};

export { idOf };
