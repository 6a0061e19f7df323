import type { IssueRow, Ledger, SessionRow } from '../../service/http/index.ts';
import { customerOf, world } from './people.ts';

const sessionRow = (number: number): SessionRow => ({
  id: world.sessions[number - 1] ?? '',
  customerId: customerOf(number),
  userId: world.users[number - 1] ?? '',
  trigger: 'schedule',
  state: 'succeeded',
  reason: null,
  queuedAt: '2026-11-22T11:54:58.000Z',
  startedAt: '2026-11-22T11:54:59.000Z',
  finishedAt: '2026-11-22T11:55:00.000Z',
  counts: [{ object: 'contact', direction: 'up', created: 3, updated: 1, deleted: 0, skipped: 0, failed: 0, held: 0 }],
  requests: { outlook: { http: 1, operations: 2 }, salesforce: { http: 2, operations: 4 } },
  error: null,
});

const issueRow = (number: number): IssueRow => ({
  id: world.issues[number - 1] ?? '',
  customerId: customerOf(number),
  userId: world.users[number - 1] ?? '',
  sessionId: world.sessions[number - 1] ?? null,
  object: 'event',
  side: 'outlook',
  remoteId: 'AAMk1',
  reason: number === 2 ? 'invitation-guard' : 'delete-brake',
  detail: { title: 'Renewal', recipients: number === 2 ? ['dana@acme.example'] : undefined, proposed: 30, links: 100 },
  state: 'open',
  firstSeenAt: '2026-11-22T11:55:00.000Z',
  lastSeenAt: '2026-11-22T11:55:00.000Z',
  resolvedAt: null,
});

export const createFakeLedger = (changes: string[]): Ledger => {
  const sessions = [1, 2, 3, 4].map(sessionRow);
  const issues = [1, 2, 3, 4].map(issueRow);
  return {
    sessions: async (wall, userId, page) =>
      sessions.filter((one) => one.userId === userId && wall.includes(one.customerId)).slice(0, page.limit),
    session: async (wall, id) => sessions.find((one) => one.id === id && wall.includes(one.customerId)),
    issues: async (wall, filter, page) =>
      issues
        .filter((one) => wall.includes(one.customerId) && one.userId === filter.userId)
        .filter((one) => filter.state === 'all' || one.state === filter.state)
        .slice(0, page.limit),
    holds: async () => ({ rows: [], counts: {} }),
    issue: async (wall, id) => issues.find((one) => one.id === id && wall.includes(one.customerId)),
    async answerIssue(_wall, id, answer) {
      const row = issues.find((one) => one.id === id);
      if (row?.state !== 'open') return false;
      changes.push(`answerIssue ${id} ${answer}`);
      row.state = 'answered';
      return true;
    },
    decision: async (_wall, userId, item) =>
      userId === world.users[0] && item.remoteId === 'AAMk1'
        ? { room: 'plan', reason: 'private', action: 'skip', inputs: { private: true }, sessionId: null, at: '2026-11-22T11:55:00.000Z' }
        : undefined,
    privateItems: async (_wall, items) => items.map(() => false),
    linkOf: async (_wall, _userId, { remoteId }) =>
      remoteId === 'AAMk1'
        ? { outlookId: 'AAMk1', salesforceId: '00U000000000001AAA', state: 'linked', updatedAt: '2026-11-22T11:55:00.000Z' }
        : undefined,
    savedBy: async () => undefined,
    sessionLog: async () => [],
    searchItems: async () => [],
    itemsById: async () => [],
    salesforceAddress: async () => 'https://acme.my.salesforce.example',
    activity: async () => [],
  };
};
