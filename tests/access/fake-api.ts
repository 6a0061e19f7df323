import { type ApiOptions, createApi, type LiveEventRow } from '../../service/http/index.ts';
import { createFakeConflicts } from './fake-conflicts.ts';
import { createFakeCustomization } from './fake-customization.ts';
import { createFakeDirectory } from './fake-directory.ts';
import { createFakeGroups } from './fake-groups.ts';
import { createFakeHistory } from './fake-history.ts';
import { createFakeItems } from './fake-items.ts';
import { createFakeJobs } from './fake-jobs.ts';
import { createFakeLedger } from './fake-ledger.ts';
import { createFakeMail } from './fake-mail.ts';
import { createFakeMapping } from './fake-mapping.ts';
import { createFakeSalesforce } from './fake-salesforce.ts';
import { createFakeSources } from './fake-sources.ts';
import { people, type Who } from './people.ts';

const tokens = {
  accessToken: 'a',
  expiresAt: '2026-11-22T12:10:00.000Z',
  refreshToken: 'r',
  sessionEndsAt: '2026-12-22T12:00:00.000Z',
  accountId: people.user1.accountId,
};

/** An answer, loosely: what a test looks at, it compares. */
export interface Body {
  code?: string;
  detail?: string;
  items?: Body[];
  nextCursor?: string | null;
  errors?: { where: string; what: string; todo: string }[];
  [key: string]: unknown;
}

/** The whole API over desks in memory, with a clock, a heartbeat and live events in the test's hand. */
export const createFakeApi = (more: Partial<ApiOptions> = {}) => {
  const changes: string[] = [];
  const logged: Record<string, unknown>[] = [];
  const failures: unknown[] = [];
  const events: LiveEventRow[] = [];
  const listeners = new Set<(customerId: string) => void>();
  const beats = new Set<() => void>();
  const periods: number[] = [];
  const remembered = new Map<string, { requestHash: string; status: number | null; body: unknown }>();
  const ended = new Set<string>();
  const forced: { at: number | null } = { at: null };
  let now = Date.parse('2026-11-22T12:00:00.000Z');
  let ids = 0;
  const { directory, users, organizations } = createFakeDirectory(changes);

  const options: ApiOptions = {
    directory,
    ledger: createFakeLedger(changes),
    jobs: createFakeJobs(changes),
    history: createFakeHistory(),
    conflicts: createFakeConflicts(changes),
    mail: createFakeMail(),
    items: createFakeItems(),
    salesforce: createFakeSalesforce(changes),
    sources: createFakeSources(changes),
    mapping: createFakeMapping(),
    customization: createFakeCustomization(changes),
    coverage: { of: async () => [] },
    openLedger: {
      read: async () => [],
      write: async (_mailbox, { lines }) => {
        changes.push(`import ${lines.length}`);
        return { links: lines.length, decisions: 0, known: 0, refused: [] };
      },
    },
    groups: createFakeGroups(changes),
    signIn: {
      authenticate: async (bearer) => (ended.has(bearer) ? undefined : people[bearer as Who]),
      caller: async (accountId) => Object.values(people).find((one) => one.accountId === accountId),
      password: async (_email, password) => (password === 'right' ? { ok: true, tokens } : { ok: false, code: 'sign_in_failed' }),
      refresh: async (token) => (token === 'r' ? { ok: true, tokens } : { ok: false, code: 'refresh_reused' }),
      startOidc: async () => ({ ok: true, url: 'https://identity.example/authorize' }),
      finishAtProvider: async (query) => (query.state === 'known' ? 'https://surface.example/?code=c' : null),
      finishOidc: async () => ({ ok: false, code: 'account_unknown' }),
      signOut: async () => void changes.push('signOut'),
    },
    live: {
      after: async (wall, id, limit) =>
        events.filter((one) => BigInt(one.id) > BigInt(id) && wall.includes(one.customerId)).slice(0, limit),
      lastId: async () => events.at(-1)?.id ?? '0',
      listen(heard) {
        listeners.add(heard);
        return () => listeners.delete(heard);
      },
    },
    engine: {
      async force(mailbox) {
        if (forced.at !== null && now < forced.at + 60_000) return { accepted: false, retryAt: new Date(forced.at + 60_000).toISOString() };
        forced.at = now;
        changes.push(`force ${mailbox.userId}`);
        return { accepted: true, session: { id: '0190f2a4-0000-7000-8006-000000000099', state: 'queued' } };
      },
      async checkConnectivity(_mailbox, side) {
        changes.push(`check ${side}`);
        return { side, result: 'passed', startedAt: new Date(now).toISOString(), finishedAt: new Date(now).toISOString(), steps: [] };
      },
      lastingId: async (_mailbox, { remoteId }) => remoteId,
      explain: async (_mailbox, item) => ({
        ok: true,
        explanation: {
          remoteId: item.remoteId,
          title: 'Renewal',
          known: 'books',
          link: null,
          steps: [{ room: 'plan', rule: 'private', outcome: 'decided', inputs: { private: true } }],
          verdict: { room: 'plan', reason: 'private', action: 'skip', inputs: { private: true } },
        },
      }),
      visibility: async (_mailbox, item) => ({
        ok: true,
        item: { remoteId: item.remoteId, title: 'Renewal', saved: false, level: 'outlook', audiences: [] },
      }),
      findPeople: async (_mailbox, email) => ({
        ok: true,
        matches: [
          {
            object: 'Contact',
            id: '003',
            name: 'Dana Ruiz',
            title: null,
            account: 'Acme',
            email,
            phone: null,
            url: 'https://acme.my.salesforce.com/003',
          },
        ],
      }),
    },
    connect: {
      async start(mailbox, side) {
        changes.push(`connect ${mailbox.userId} ${side}`);
        return { ok: true, url: 'https://identity.example/authorize' };
      },
      callback: async (query) => (query.state === 'known' ? 'https://surface.example/?code=c' : null),
      async finish(mailbox, side) {
        changes.push(`connected ${mailbox.userId} ${side}`);
        return { ok: true };
      },
      async disconnect(mailbox, side) {
        changes.push(`disconnected ${mailbox.userId} ${side}`);
        return { ok: true, revoked: null };
      },
    },
    idempotency: {
      async begin({ accountId, key, requestHash }) {
        const known = remembered.get(accountId + key);
        if (known) return { fresh: false, ...known };
        remembered.set(accountId + key, { requestHash, status: null, body: null });
        return { fresh: true };
      },
      async finish({ accountId, key, status, body }) {
        Object.assign(remembered.get(accountId + key) ?? {}, { status, body });
      },
      async forget({ accountId, key }) {
        remembered.delete(accountId + key);
      },
    },
    surroundings: {
      now: () => now,
      realNow: () => now,
      every(milliseconds, run) {
        periods.push(milliseconds);
        beats.add(run);
        return () => beats.delete(run);
      },
      newId: () => `request-${++ids}`,
    },
    log: { request: (event) => void logged.push(event), failure: (event) => void failures.push(event.error) },
    version: '0.1.0',
    minClient: '0.1.0',
    features: ['contacts', 'events'],
    mode: 'production',
    allowedOrigins: ['chrome-extension://abcdefghijklmnop', 'moz-extension://*'],
    ...more,
  };
  const app = createApi(options);

  return {
    app,
    options,
    changes,
    logged,
    failures,
    users,
    organizations,
    remembered,
    listeners,
    beats,
    periods,
    ended,
    advance(milliseconds: number) {
      now += milliseconds;
    },
    emit(event: Omit<LiveEventRow, 'id' | 'at' | 'data'> & { data?: Record<string, unknown> }) {
      events.push({ id: String(events.length + 1), at: new Date(now).toISOString(), data: {}, ...event });
      for (const heard of listeners) heard(event.customerId);
    },
    beat: () => [...beats].map((run) => run()),
    /** One request as somebody: "GET /api/me". */
    async ask(who: Who | null, line: string, body?: unknown, headers: Record<string, string> = {}) {
      const [method = 'GET', path = '/'] = line.split(' ');
      const response = await app.request(path, {
        method,
        headers: {
          ...(who ? { authorization: `Bearer ${who}` } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      const isJson = /json/.test(response.headers.get('content-type') ?? '');
      return { status: response.status, headers: response.headers, text, json: (isJson && text !== '' ? JSON.parse(text) : {}) as Body };
    },
  };
};
